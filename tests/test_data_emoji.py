"""The emoji and their judge: shapes, one split by family, bad input, and scores."""

import json
import shutil

from helpers import assets, data, features, images, metrics

import numpy as np
import pytest


@pytest.fixture(scope="module")
def parts():
    return {part: data.load_emoji(part) for part in data.PARTS}


def test_parts_have_the_format_and_share_no_emoji(parts):
    for pictures, record in parts.values():
        assert pictures.shape == (len(record.base), 32, 32, 3)
        assert pictures.dtype == np.float32
        assert -1 <= pictures.min() < pictures.max() <= 1
        assert len(set(record.unicode)) == len(record.unicode)
    train, test = parts["train"][1], parts["test"][1]
    assert not set(train.base) & set(test.base)
    share = len(set(train.base)) / len(set(train.base) | set(test.base))
    assert 0.77 < share < 0.83
    seen = {picture.tobytes() for picture in parts["train"][0]}
    assert not seen & {picture.tobytes() for picture in parts["test"][0]}


def test_tones_sexes_and_directions_of_one_emoji_are_in_one_part(parts):
    def stem(code):
        signs = {"1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF", "200D", "FE0F", "2640", "2642", "27A1"}
        return tuple(p for p in code.split("-") if p not in signs)

    stems = {part: {stem(code) for code in record.unicode} for part, (_, record) in parts.items()}
    assert not stems["train"] & stems["test"]
    for _, record in parts.values():
        toned = record.base[record.tone == data.TONES.index("light")]
        assert {tone for tone in record.tone[np.isin(record.base, toned)]} >= set(range(1, 7))


def test_the_sizes_are_one_pyramid_and_one_split(parts):
    small, record = parts["test"]
    middle, same = data.load_emoji("test", 64)
    assert record.unicode.tolist() == same.unicode.tolist()
    means = middle.reshape(-1, 32, 2, 32, 2, 3).mean(axis=(2, 4))
    np.testing.assert_allclose(small, means, atol=1e-5)
    large, named = data.load_emoji("test", 128)
    assert large.shape[1:] == (128, 128, 3)
    assert {data.CATEGORIES[i] for i in named.category} == set(data.NAMEABLE)
    order = {code: i for i, code in enumerate(record.unicode)}
    drawn = large.reshape(-1, 32, 4, 32, 4, 3).mean(axis=(2, 4))
    differences = np.abs(drawn - small[[order[code] for code in named.unicode]]).mean(axis=(1, 2, 3))
    assert np.quantile(differences, 0.95) < 0.05  # two editions of one artwork


def test_filters_keep_what_they_say():
    _, record = data.load_emoji("train", categories=["animals", "food"])
    assert {data.CATEGORIES[i] for i in record.category} == {"animals", "food"}
    _, record = data.load_emoji("train", tones="dark")
    assert {data.TONES[i] for i in record.tone} == {"dark"}
    _, record = data.load_emoji("train", 64, faces=True)
    assert all(kind.startswith("face-") for kind in record.kind)
    assert 60 < len(record.kind) < 110


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"part": "validation"}, "'train' and 'test'"),
        ({"size": 48}, "32, 64 and 128"),
        ({"categories": "plants"}, "'plants' is unknown: choose from smileys"),
        ({"tones": ["light", "green"]}, "'green' is unknown: choose from none"),
        ({"size": 128, "categories": "flags"}, "only smileys, animals, food"),
        ({"part": "test", "tones": "mixed"}, "No emoji of the test part"),
    ],
)
def test_what_cannot_be_had_is_explained(arguments, words):
    with pytest.raises(ValueError, match=words):
        data.load_emoji(**arguments)


def test_an_altered_file_is_not_read(tmp_path):
    shutil.copy(assets.FOLDER / assets.SUMS, tmp_path)
    (tmp_path / "emoji_64.npz").write_bytes(b"something else")
    with pytest.raises(assets.AssetError, match="altered"):
        data.load_emoji(folder=tmp_path)


def test_shrink_explains_sides_that_do_not_divide():
    with pytest.raises(ValueError, match="cannot be shrunk"):
        images.shrink(np.zeros((1, 32, 32, 3)), 20)


def test_the_judge_reads_the_held_out_part_as_its_record_says(parts):
    pictures, record = parts["test"]
    reading = features.read_emoji(pictures)
    assert reading.category.shape == (len(pictures), 9)
    np.testing.assert_allclose(reading.tone.sum(1), 1, atol=1e-5)
    toned = record.tone > 0
    tone = (reading.tone.argmax(1) + 1 == record.tone)[toned].mean()
    right = reading.category.argmax(1) == record.category
    category = np.mean([right[record.base == base].mean() for base in np.unique(record.base)])
    stored = json.loads(assets.asset("emoji_judge.json").read_text(encoding="utf-8"))
    assert tone == pytest.approx(stored["tone"], abs=0.01)
    assert category == pytest.approx(stored["category"], abs=0.01)
    assert tone > 0.75  # a guess: 0.17
    assert category > 0.5  # flags, the largest category, alone: under 0.2


def test_features_tell_real_emoji_from_noise_and_from_one_category(parts):
    train, test = parts["train"], parts["test"]
    real = metrics.emoji_features(test[0])
    assert real.shape == (len(test[0]), 64)
    noise = np.random.default_rng(1).uniform(-1, 1, (200, 32, 32, 3))
    near = metrics.frechet_distance(real, metrics.emoji_features(train[0])).value
    flags = train[0][train[1].category == data.CATEGORIES.index("flags")]
    narrow = metrics.frechet_distance(real, metrics.emoji_features(flags)).value
    far = metrics.frechet_distance(real, metrics.emoji_features(noise)).value
    assert 3 * near < min(narrow, far)


def test_larger_emoji_are_read_like_small_ones_and_bad_ones_explained():
    large = data.load_emoji("test", 64, categories="food")[0]
    small = data.load_emoji("test", 32, categories="food")[0]
    np.testing.assert_allclose(metrics.emoji_features(large), metrics.emoji_features(small), atol=1e-3)
    for bad in (np.zeros((2, 48, 48, 3)), np.zeros((2, 32, 32, 1))):
        with pytest.raises(ValueError, match="32 x 32"):
            metrics.emoji_features(bad)
    with pytest.raises(ValueError, match="tanh"):
        metrics.emoji_features(np.full((2, 32, 32, 3), 3.0))
