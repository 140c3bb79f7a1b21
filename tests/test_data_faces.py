"""Pixel-art faces, whose parts are known, and crops of photographs."""

import hashlib
import shutil

from helpers import assets, data

import numpy as np
import pytest


def test_the_same_seed_gives_the_same_faces_and_more_continue_fewer():
    few, parts = data.draw_faces(20, seed=3)
    many, more = data.draw_faces(60, seed=3)
    assert few.shape == (20, 16, 16, 3)
    assert few.dtype == np.float32
    assert -1 <= few.min() < few.max() <= 1
    assert np.array_equal(few, many[:20])
    assert np.array_equal(parts, more[:20])
    assert not np.array_equal(few, data.draw_faces(20, seed=4)[0])
    # Face 0 of seed 3 worked out from the hash itself.
    lots = np.frombuffer(hashlib.shake_128(b"faces 3 0").digest(4 * 17), dtype=">u4")
    for column, (field, names) in enumerate(data.face_choices().items()):
        if names[0] != "none":
            assert parts[field][0] == int(lots[column] / 2**32 * len(names)), field


def test_fixing_one_field_leaves_all_others():
    _, free = data.draw_faces(50, seed=1)
    _, fixed = data.draw_faces(50, seed=1, hair="long07", skin=7)
    assert set(fixed["skin"]) == {7}
    assert {data.face_choices()["hair"][i] for i in fixed["hair"]} == {"long07"}
    for field in free.dtype.names:
        assert field in ("hair", "skin") or np.array_equal(free[field], fixed[field])


def test_probabilities_are_met():
    _, parts = data.draw_faces(4000, seed=5, skin={0: 0.9, "8d5524": 0.1}, hat={"none": 0.5, 3: 0.5})
    assert set(parts["skin"]) == {0, 7}
    assert abs((parts["skin"] == 0).mean() - 0.9) < 0.02
    assert abs((parts["hat"] == 3).mean() - 0.5) < 0.04
    assert abs((parts["glasses"] > 0).mean() - 0.2) < 0.03


def test_the_parts_declared_are_the_pixels_seen():
    bare = {"hat": "none", "glasses": "none", "beard": "none", "accessories": "none"}
    images, parts = data.draw_faces(40, seed=2, hair="short23", mouth="sad06", **bare)
    pixels = np.rint((images + 1) * 127.5).astype(int)
    names = data.face_choices()

    def rgb(field, i):
        return list(bytes.fromhex(names[field][parts[field][i]]))

    for i in range(40):
        assert pixels[i, 0, 0].tolist() == rgb("background", i)
        assert pixels[i, 2, 7].tolist() == rgb("hair_colour", i)  # short23 is "M6 2h4v1H6z"
        assert pixels[i, 9, 6].tolist() == rgb("mouth_colour", i)  # sad06 is "M6 9h4v1H6V9Z"
        skin = np.array(rgb("skin", i))
        assert np.abs(pixels[i, 4, 4] - (0.9 * skin + 25.5)).max() <= 0.51  # the head has 10 % white
    glassy, parts = data.draw_faces(1, seed=2, glasses="dark02", eyes="variant04", hair="short23")
    frame = np.rint((glassy[0] + 1) * 127.5).astype(int)
    colour = list(bytes.fromhex(names["glasses_colour"][parts["glasses_colour"][0]]))
    assert frame[5, 4].tolist() == colour  # the frame; its lens is a hole darkened by 30 %
    assert np.abs(frame[6, 6] - 0.7 * 255).max() <= 0.51  # the white of variant04's eye shows through


def test_dark_beards_are_seen():
    names = data.face_choices()["hair_colour"]
    dark, parts = data.draw_faces(1, seed=1, beard="variant07", hair_colour="28150a", mouth="happy02")
    plain = parts.copy()
    plain["beard"] = 0
    without = data.render_faces(plain)
    skin = (without[0, 10, 4] + 1) * 127.5
    hair = np.array(list(bytes.fromhex(names[parts["hair_colour"][0]])))
    expected = 0.1 * skin + 0.9 * (0.7 * hair + 0.3 * 255)
    assert np.abs((dark[0, 10, 4] + 1) * 127.5 - expected).max() <= 0.51


def test_recoloured_faces_keep_their_shapes():
    images, parts = data.draw_faces(30, seed=7, hair_colour=1)
    other = parts.copy()
    other["hair_colour"] = 8
    changed = (data.render_faces(other) != images).any(axis=-1)
    other["hair_colour"] = 9
    assert np.array_equal(changed, (data.render_faces(other) != images).any(axis=-1))
    assert changed.any(axis=(1, 2)).mean() > 0.8
    assert np.array_equal(data.render_faces(parts), images)
    large = data.render_faces(parts, size=64)
    assert np.array_equal(large[:, 1::4, 2::4], images)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"nose": 1}, "no 'nose': choose from accessories"),
        ({"skin": 8}, "from 0 to 7"),
        ({"hair": "bald"}, "no 'bald'"),
        ({"skin": {0: 0.5, 1: 0.4}}, "sum to 1"),
        ({"skin": {0: 1.5, 1: -0.5}}, "0 or more"),
        ({"size": 20}, "16, 32 and 64"),
        ({"seed": 0.5}, "whole numbers"),
    ],
)
def test_bad_wishes_are_explained(arguments, words):
    with pytest.raises(ValueError, match=words):
        data.draw_faces(**{"count": 2, "seed": 1} | arguments)


def test_bad_records_are_explained():
    _, parts = data.draw_faces(2, seed=1)
    parts["skin"][1] = 9
    with pytest.raises(ValueError, match="0 to 7, not 9"):
        data.render_faces(parts)
    with pytest.raises(ValueError, match="as draw_faces"):
        data.render_faces(np.zeros((2, 17)))


@pytest.mark.parametrize("size", [64, 128])
def test_crops_are_held_out_by_photograph(size):
    sources = {}
    for part in data.PARTS:
        crops, sources[part] = data.load_crops(part, size, count=30, seed=1)
        assert crops.shape == (30, size, size, 3)
        assert crops.dtype == np.float32
        assert -1 <= crops.min() < crops.max() <= 1
        assert np.array_equal(crops[:10], data.load_crops(part, size, count=10, seed=1)[0])
        assert not np.array_equal(crops, data.load_crops(part, size, count=30, seed=2)[0])
    assert set(sources["test"]) == {"chelsea", "china"}
    assert not set(sources["train"]) & set(sources["test"])
    assert set(sources["train"]) | set(sources["test"]) == set(data.PHOTOGRAPHS)


def test_bad_crops_and_altered_photographs_are_explained(tmp_path):
    with pytest.raises(ValueError, match="'train' and 'test'"):
        data.load_crops("both")
    with pytest.raises(ValueError, match="8 to 256"):
        data.load_crops(size=300)
    shutil.copy(assets.FOLDER / assets.SUMS, tmp_path)
    (tmp_path / "photographs.npz").write_bytes(b"")
    with pytest.raises(assets.AssetError, match="altered"):
        data.load_crops(folder=tmp_path)
