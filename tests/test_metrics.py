"""Scores against references computed another way, and their answers to bad input."""

from helpers import data, metrics

import numpy as np
import pytest
import scipy.linalg

rng = np.random.default_rng


def features(n: int, d: int, seed: int, shift: float = 0.0) -> np.ndarray:
    generator = rng(seed)
    return generator.normal(size=(n, d)) @ generator.normal(size=(d, d)) + shift


@pytest.mark.parametrize("d", [1, 3, 16, 64])
def test_frechet_distance_agrees_with_scipy(d):
    real, fake = features(400, d, 1), features(300, d, 2, shift=0.5)
    s1, s2 = np.atleast_2d(np.cov(real.T)), np.atleast_2d(np.cov(fake.T))
    root = np.real(scipy.linalg.sqrtm(s1 @ s2))
    expected = ((real.mean(0) - fake.mean(0)) ** 2).sum() + np.trace(s1 + s2 - 2 * np.atleast_2d(root))
    found = metrics.frechet_distance(real, fake)
    assert abs(found.value - expected) < 1e-6 * np.trace(s1 + s2)
    assert (found.n_real, found.n_fake) == (400, 300)
    assert "400 real and 300 generated" in str(found)


def test_frechet_distance_of_known_gaussians():
    # Rescaling one axis by a and moving it by m changes the distance to m^2 + var (1 - a)^2.
    real = features(500, 4, 3)
    fake = real.copy()
    fake[:, 0] = 3.0 * fake[:, 0] + 2.0
    uncorrelated = rng(4).normal(size=(50_000, 2))
    moved = uncorrelated * [3.0, 1.0] + [2.0, 0.0]
    assert metrics.frechet_distance(real, real).value == pytest.approx(0, abs=1e-8)
    expected = 4.0 + uncorrelated[:, 0].var(ddof=1) * 4.0
    assert metrics.frechet_distance(uncorrelated, moved).value == pytest.approx(expected, rel=0.02)


def test_kernel_distance_agrees_with_a_double_loop():
    real, fake = features(40, 5, 5), features(30, 5, 6, shift=0.3)

    def k(x, y):
        return (sum(a * b for a, b in zip(x, y, strict=True)) / 5 + 1) ** 3

    def within(xs):
        total = sum(k(x, y) for i, x in enumerate(xs) for j, y in enumerate(xs) if i != j)
        return total / (len(xs) * (len(xs) - 1))

    between = sum(k(x, y) for x in real for y in fake) / (len(real) * len(fake))
    expected = within(real) + within(fake) - 2 * between
    scale = np.trace(np.cov(real.T)) + np.trace(np.cov(fake.T))
    assert abs(metrics.kernel_distance(real, fake).value - expected) < 1e-6 * scale


def test_kernel_distance_is_unbiased():
    values = [metrics.kernel_distance(features(60, 3, 7), features(60, 3, 7)).value]
    mix = rng(8).normal(size=(3, 3))
    draws = [metrics.kernel_distance(*(rng(i).normal(size=(2, 50, 3)) @ mix)).value for i in range(200)]
    error = np.std(draws) / np.sqrt(len(draws))
    assert abs(np.mean(draws)) < 4 * error
    assert min(draws) < 0 < max(draws)
    assert values[0] < 0  # identical samples: the estimate leaves out the pairs with themselves


def test_precision_recall_agree_with_a_plain_loop():
    real, fake = features(60, 3, 9), features(50, 3, 10, shift=0.4)

    def inside(points, others, k):
        found = 0
        for p in points:
            for o in others:
                radius = sorted(np.linalg.norm(o - q) for q in others)[k]
                if np.linalg.norm(p - o) <= radius:
                    found += 1
                    break
        return found / len(points)

    assert metrics.precision_recall(real, fake) == (inside(fake, real, 3), inside(real, fake, 3))


def test_precision_recall_tell_quality_from_variety():
    real = rng(11).normal(size=(500, 2))
    narrow = rng(12).normal(size=(500, 2)) * 0.1
    wide = rng(13).normal(size=(500, 2)) * 5
    precision, recall = metrics.precision_recall(real, narrow)
    assert precision > 0.95
    assert recall < 0.3
    precision, recall = metrics.precision_recall(real, wide)
    assert precision < 0.4
    assert recall > 0.8


def test_nearest_training_image_agrees_with_a_plain_loop():
    train = rng(14).uniform(-1, 1, (30, 5, 5, 1))
    images = np.concatenate([train[7:8], rng(15).uniform(-1, 1, (600, 5, 5, 1))])
    indices, distances = metrics.nearest_training_image(images, train)
    for image, index, distance in zip(images[::40], indices[::40], distances[::40], strict=True):
        all_distances = [np.sqrt(((image - t) ** 2).sum()) for t in train]
        assert index == int(np.argmin(all_distances))
        assert distance == pytest.approx(min(all_distances))
    assert (indices[0], distances[0]) == (7, 0.0)


RING = np.stack([[np.cos(a), np.sin(a)] for a in np.arange(8) * np.pi / 4]) * 2


@pytest.mark.parametrize("covered", [1, 4, 8])
def test_modes_covered_counts_the_modes_that_were_drawn(covered):
    chosen = rng(16).integers(0, covered, 2500)
    samples = RING[chosen] + 0.02 * rng(17).normal(size=(2500, 2))
    assert metrics.modes_covered(samples, RING, 0.02) == covered


def test_a_mode_needs_one_per_cent_within_three_standard_deviations():
    def samples(inside, distance):
        points = np.full((2500, 2), 9.0)
        points[:inside] = RING[0] + [distance, 0]
        return points

    assert metrics.modes_covered(samples(25, 0.0599), RING, 0.02) == 1
    assert metrics.modes_covered(samples(24, 0.0599), RING, 0.02) == 0
    assert metrics.modes_covered(samples(25, 0.0601), RING, 0.02) == 0


def test_digit_features_and_classes_of_the_test_digits():
    images, labels = data.load_digits("test")
    found = metrics.digit_features(images)
    assert found.shape == (1000, 64)
    assert found.dtype == np.float64
    assert np.isfinite(found).all()
    probabilities = metrics.digit_probabilities(images)
    np.testing.assert_allclose(probabilities.sum(1), 1, atol=1e-5)
    assert (probabilities.argmax(1) == labels).mean() > 0.97


def test_real_digits_are_nearer_than_noise_and_than_half_the_classes():
    train, labels = data.load_digits("train")
    real = metrics.digit_features(data.load_digits("test")[0])
    near = metrics.frechet_distance(real, metrics.digit_features(train)).value
    half = metrics.frechet_distance(real, metrics.digit_features(train[labels < 5])).value
    noise = rng(18).uniform(-1, 1, (1000, 28, 28, 1)).astype("float32")
    assert 10 * near < half < metrics.frechet_distance(real, metrics.digit_features(noise)).value


@pytest.mark.parametrize(
    ("images", "error", "words"),
    [
        (np.zeros((5, 28, 28)), ValueError, r"images\[..., None\]"),
        (np.zeros((5, 32, 32, 1)), ValueError, "28, 28, 1"),
        (np.zeros((5, 28, 28, 1), np.uint8), TypeError, "to_float"),
        (np.full((5, 28, 28, 1), 255.0), ValueError, "tanh"),
        (np.full((5, 28, 28, 1), np.nan), ValueError, "diverged"),
        (np.zeros((0, 28, 28, 1)), ValueError, "too few"),
    ],
)
def test_bad_images_are_explained(images, error, words):
    with pytest.raises(error, match=words):
        metrics.digit_features(images)
    with pytest.raises((error, ValueError)):
        metrics.nearest_training_image(images, np.zeros((3, 28, 28, 1)))


def test_too_few_samples_are_explained():
    with pytest.raises(ValueError, match="too few: this score needs at least 65"):
        metrics.frechet_distance(features(64, 64, 1), features(500, 64, 2))
    with pytest.raises(ValueError, match="too few"):
        metrics.kernel_distance(features(1, 4, 1), features(9, 4, 2))
    with pytest.raises(ValueError, match="too few"):
        metrics.precision_recall(features(3, 4, 1), features(9, 4, 2))
    with pytest.raises(ValueError, match="too few"):
        metrics.modes_covered(np.zeros((99, 2)), RING, 0.02)


def test_other_bad_input_is_explained():
    with pytest.raises(ValueError, match="shapes"):
        metrics.frechet_distance(features(99, 4, 1), features(99, 5, 1))
    with pytest.raises(ValueError, match="not finite"):
        metrics.kernel_distance(np.full((9, 4), np.inf), features(9, 4, 1))
    with pytest.raises(ValueError, match="std"):
        metrics.modes_covered(np.zeros((2500, 2)), RING, 0.0)
    with pytest.raises(ValueError, match="diverged"):
        metrics.modes_covered(np.full((2500, 2), np.nan), RING, 0.02)
    with pytest.raises(ValueError, match="shapes"):
        metrics.modes_covered(np.zeros((2500, 3)), RING, 0.02)
