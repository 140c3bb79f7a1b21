"""The shipped digits, their split, the full download, batches, and points in the plane."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time

from helpers import assets, data, metrics, profile
from helpers.data import digits

import keras
import numpy as np
import pytest


def test_the_two_parts_are_balanced_disjoint_and_in_range():
    parts = {part: data.load_digits(part) for part in data.PARTS}
    for part, (images, labels) in parts.items():
        count = {"train": 400, "test": 100}[part]
        assert images.shape == (10 * count, 28, 28, 1)
        assert images.dtype == np.float32
        assert (images.min(), images.max()) == (-1.0, 1.0)
        assert np.bincount(labels).tolist() == [count] * 10
        assert len(set(labels[:50])) == 10, "the order must be shuffled"
    pixels = {part: {image.tobytes() for image in images} for part, (images, _) in parts.items()}
    assert not pixels["train"] & pixels["test"]
    assert np.array_equal(data.load_digits("train")[0], parts["train"][0])


def split_again() -> dict[str, list[int]]:
    """Return which of the shipped 5,000 belong to each part, in order, by the rule stated in words:
    within a class, the 400 images with the smallest lots train. An image's lot is the first 8 bytes of its
    pixels' SHA-256 sum, read as one number; the next 8 bytes order a part."""
    with np.load(assets.FOLDER / digits.DIGITS_FILE) as shipped:
        sums = [hashlib.sha256(bytes(image.ravel().tolist())).hexdigest() for image in shipped["images"]]
        labels = shipped["labels"].tolist()
    parts: dict[str, list[int]] = {"train": [], "test": []}
    for digit in range(10):
        ranked = sorted((sums[i][:16], i) for i in range(5000) if labels[i] == digit)
        parts["train"] += [i for _, i in ranked[:400]]
        parts["test"] += [i for _, i in ranked[400:]]
    return {part: sorted(found, key=lambda i: sums[i][16:32]) for part, found in parts.items()}


def test_the_split_is_drawn_by_the_lots_of_the_pixels():
    with np.load(assets.FOLDER / digits.DIGITS_FILE) as shipped:
        pixels, labels = shipped["images"], shipped["labels"]
    for part, expected in split_again().items():
        images, found = data.load_digits(part)
        assert np.array_equal(np.rint((images[..., 0] + 1) * 127.5), pixels[expected])
        assert found.tolist() == labels[expected].tolist()


def share_near_training(train: np.ndarray, test: np.ndarray) -> float:
    """Return the share of test digits whose nearest other digit, by pixels, is a training digit."""
    everything = np.concatenate([train, test]).reshape(len(train) + len(test), -1).astype("float64")
    own = everything[len(train) :]
    # The square of each one's own length is left out: it moves no minimum.
    distances = (everything**2).sum(1) - 2 * own @ everything.T
    distances[np.arange(len(test)), len(train) + np.arange(len(test))] = np.inf  # not itself
    return float((distances.argmin(1) < len(train)).mean())


def test_test_digits_are_of_the_same_hands_as_training_digits():
    """By chance 4,000 of the 4,999 others train, so 80 % of the nearest do, give or take 1.3 % of noise."""
    train, test = (data.load_digits(part)[0] for part in ("train", "test"))
    assert abs(share_near_training(train, test) - 4000 / 4999) < 0.04
    everything = np.concatenate([train, test])
    bright = everything[np.argsort(everything.mean((1, 2, 3)))]  # control: a split by thickness is seen
    assert share_near_training(bright[:4000], bright[4000:]) < 0.7


def test_unknown_part_is_explained():
    with pytest.raises(ValueError, match="'train' and 'test'"):
        data.load_digits("validation")


def take(dataset, count):
    return [np.asarray(batch) for batch in dataset.take(count)]


def test_batches_cover_every_example_once_a_pass_in_another_order_each_time():
    numbers = np.arange(60)
    first = take(data.batches(numbers, batch_size=6, seed=1), 20)
    assert sorted(np.concatenate(first[:10])) == numbers.tolist()
    assert sorted(np.concatenate(first[10:])) == numbers.tolist()
    assert not np.array_equal(first[:10], first[10:])
    assert np.array_equal(first, take(data.batches(numbers, batch_size=6, seed=1), 20))
    assert not np.array_equal(first, take(data.batches(numbers, batch_size=6, seed=2), 20))


def test_the_order_does_not_depend_on_the_global_seed():
    orders = []
    for seed in (1, 99):
        profile.set_seed(seed)
        orders.append(take(data.batches(np.arange(30), batch_size=6, seed=1), 10))
    assert np.array_equal(*orders)


def test_skipped_batches_are_the_ones_an_interrupted_run_has_seen():
    numbers = np.arange(50)
    whole = take(data.batches(numbers, batch_size=8, seed=3), 30)
    for skip in (1, 6, 17, 25):
        rest = take(data.batches(numbers, batch_size=8, seed=3, skip=skip), 30 - skip)
        assert np.array_equal(whole[skip:], rest)


def test_batches_keep_images_and_labels_together():
    images = np.arange(40, dtype="float32").reshape(40, 1, 1, 1)
    for image, label in data.batches(images, np.arange(40), batch_size=7, seed=1).take(12):
        assert np.array_equal(np.asarray(image)[:, 0, 0, 0], np.asarray(label))


def test_batches_explain_bad_sizes():
    with pytest.raises(ValueError, match="from 1 to 10"):
        data.batches(np.zeros(10), batch_size=11, seed=1)
    with pytest.raises(ValueError, match="one length"):
        data.batches(np.zeros(10), np.zeros(9), batch_size=2, seed=1)


def test_a_missing_or_altered_asset_is_explained(tmp_path):
    shutil.copy(assets.FOLDER / assets.SUMS, tmp_path)
    with pytest.raises(assets.AssetError, match=r"missing.*git checkout"):
        data.load_digits(folder=tmp_path)
    whole = (assets.FOLDER / digits.DIGITS_FILE).read_bytes()
    (tmp_path / digits.DIGITS_FILE).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(assets.AssetError, match=r"altered.*git checkout"):
        data.load_digits(folder=tmp_path)
    with pytest.raises(assets.AssetError, match="ships no file"):
        assets.asset("nothing.npz")


def test_every_shipped_file_is_listed_and_has_its_sum():
    listed = assets.read_sums()
    shipped = {p.name for p in assets.FOLDER.iterdir() if p.suffix in assets.SUFFIXES}
    assert shipped == set(listed)
    assert {name: assets.sha256(assets.FOLDER / name) for name in listed} == listed


LOAD_FULL = """
from helpers import data
try:
    data.load_full_digits(timeout=1)
except ConnectionError as error:
    print(error)
"""


def without_network(address: str, home: str) -> subprocess.CompletedProcess:
    """Run the download in a process that sends every connection through ``address``."""
    environment = os.environ | {"KERAS_HOME": home, "https_proxy": address, "HTTPS_PROXY": address}
    environment |= {"no_proxy": "", "NO_PROXY": ""}
    command = [sys.executable, "-c", LOAD_FULL]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["refused", "silent"])
def test_full_data_without_network_fails_in_seconds_and_says_how_to_go_on(tmp_path, kind):
    # A loopback port stands for the network: one that refuses, and one that never answers.
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        if kind == "refused":
            server.close()
        started = time.monotonic()
        done = without_network(f"http://127.0.0.1:{port}", str(tmp_path))
        assert "load_digits()" in done.stdout, done.stderr
        assert "4,000 digits come with the course" in done.stdout
        assert time.monotonic() - started < 40  # start-up of TensorFlow included


def test_full_data_on_disk_needs_no_network(tmp_path, monkeypatch):
    images = np.zeros((60000, 28, 28), np.uint8)
    images[:, 5, 5] = 255
    parts = (images, np.ones(60000, np.uint8)), (images[:10], np.ones(10, np.uint8))
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: parts)
    found, labels = data.load_full_digits()
    assert found.shape == (60000, 28, 28, 1)
    assert (found.min(), found.max()) == (-1.0, 1.0)
    assert labels.dtype == np.int32


# Points 0, 4,321 and 9,999, the mean and the standard deviation of each set, as the playground's first
# edition drew them.
FIRST_EDITION = {
    "ring": [(0.7223, 0.7064), (0.6331, -0.6760), (0.9939, -0.0264), (-0.0064, 0.0058), (0.7072, 0.7112)],
    "grid": [(-1.1848, -0.6007), (1.1260, 1.2311), (-0.0061, -1.2264), (-0.0032, -0.0004), (0.8491, 0.8468)],
    "two moons": [(0.8540, -0.6770), (0.3657, 0.1413), (0.3891, -0.1429), (0.0003, 0.0035), (0.7818, 0.4667)],
    "spiral": [
        (-0.8251, -0.6487),
        (-0.1955, -0.3966),
        (-0.1139, 0.1796),
        (0.0294, -0.2099),
        (0.6545, 0.6136),
    ],
}


@pytest.mark.parametrize("name", data.POINT_SETS)
def test_the_points_are_what_they_were(name):
    points = data.point_set(name).points
    assert points.shape == (10_000, 2)
    assert points.dtype == np.float32
    found = [*points[[0, 4321, 9999]], points.mean(0, dtype="float64"), points.std(0, dtype="float64")]
    np.testing.assert_allclose(found, FIRST_EDITION[name], atol=1e-4)
    assert np.array_equal(points, data.point_set(name).points), "always the same"


@pytest.mark.parametrize("name", data.POINT_SETS)
def test_points_lie_around_their_modes(name):
    points, centres, std = data.point_set(name)
    modes = {"ring": 8, "grid": 25}.get(name)
    assert (centres is None) == (modes is None)
    if modes:
        assert centres.shape == (modes, 2)
        assert metrics.modes_covered(points[:2500], centres, std) == modes
        away = (points[:, None] - centres)[
            np.arange(10_000), np.abs(points[:, None] - centres).sum(-1).argmin(1)
        ]
        assert away.std(0) == pytest.approx([std, std], rel=0.05)
        assert abs(away.mean(0)).max() < 0.01
