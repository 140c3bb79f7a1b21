"""First names: one split that the hash alone decides, letters there and back, bad input."""

import hashlib
import shutil

from helpers import assets, data

import numpy as np
import pytest


def test_the_parts_share_no_name_and_a_third_is_held_out():
    parts = {part: data.load_names(part) for part in data.PARTS}
    train, test = map(set, parts.values())
    assert (len(parts["train"]), len(parts["test"])) == (len(train), len(test)), "each name once"
    assert not train & test
    assert len(train | test) == 5163
    assert 0.3 < len(test) / 5163 < 0.37
    assert {"mary", "james", "christopher"} <= train | test
    assert data.load_names("train") == parts["train"]


def test_the_hash_alone_decides_part_and_order():
    for part, names in ((part, data.load_names(part)) for part in data.PARTS):
        sums = [hashlib.sha256(name.encode()).hexdigest() for name in names]
        assert sums == sorted(sums)
        assert {int(found[:2], 16) % 3 == 0 for found in sums} == {part == "test"}
        assert names != sorted(names)


def test_letters_come_back():
    names = data.load_names("test")
    codes = data.encode_names(names)
    assert codes.shape == (len(names), 12)
    assert codes.dtype == np.int32
    assert (codes[:, -1] == 0).all(), "every name ends"
    assert data.decode_names(codes) == names
    assert data.ALPHABET[codes[0, 0]] == names[0][0]
    assert data.decode_names([[1, 2, 0, 3, 0]]) == ["ab"], "what follows the end is no part of the name"
    assert data.encode_names([]).shape == (0, 12)


@pytest.mark.parametrize("name", ["Ann", "anne marie", "josé", "abcdefghijkl", "a.b"])
def test_what_is_no_name_is_explained(name):
    with pytest.raises(ValueError, match="at most 11 letters from a to z"):
        data.encode_names(["ann", name])


def test_bad_part_and_altered_file_are_explained(tmp_path):
    with pytest.raises(ValueError, match="'train' and 'test'"):
        data.load_names("all")
    shutil.copy(assets.FOLDER / assets.SUMS, tmp_path)
    (tmp_path / "names.npz").write_bytes(b"")
    with pytest.raises(assets.AssetError, match="altered"):
        data.load_names(folder=tmp_path)
