"""Scores for generated digits, emoji and 2-D samples.

Digits and emoji are compared by the 64 features of the course's own judges
(`helpers.features`), not by features of a network for photographs. Every score of a sample
depends on its size, so the size is part of the result.
"""

from typing import NamedTuple

from helpers.features import emoji_features as emoji_features
from helpers.features import run_classifier
from helpers.images import check_images
from helpers.modes import modes_covered as modes_covered
from helpers.modes import share_on_modes as share_on_modes

import numpy as np


class Distance(NamedTuple):
    """A distance between two samples, with the sizes it was computed from."""

    value: float
    n_real: int
    n_fake: int

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.n_real:,} real and {self.n_fake:,} generated images)"


def digit_features(images: np.ndarray) -> np.ndarray:
    """Return the classifier's features, ``float64`` of shape ``(n, 64)``.

    ``images`` are floating point, shape ``(n, 28, 28, 1)``, in [-1, 1]; any others raise the errors
    of `helpers.images.check_images`, or ValueError if they are not 28 by 28 with one channel.
    """
    return run_classifier(check_images(images))[0].astype("float64")


def digit_probabilities(images: np.ndarray) -> np.ndarray:
    """Return the classifier's probability of each class, shape ``(n, 10)``; errors as above."""
    return run_classifier(check_images(images))[1]


def _check_features(real: np.ndarray, fake: np.ndarray, least: int) -> tuple[np.ndarray, np.ndarray]:
    real, fake = np.asarray(real, dtype="float64"), np.asarray(fake, dtype="float64")
    if real.ndim != 2 or fake.ndim != 2 or real.shape[1] != fake.shape[1]:
        raise ValueError(
            f"Features must have the shapes (n_real, d) and (n_fake, d), not {real.shape} and "
            f"{fake.shape}. digit_features() turns images into features."
        )
    if min(len(real), len(fake)) < least:
        raise ValueError(
            f"{len(real)} real and {len(fake)} generated samples are too few: "
            f"this score needs at least {least} of each."
        )
    if not (np.isfinite(real).all() and np.isfinite(fake).all()):
        raise ValueError("Some features are not finite (nan or inf).")
    return real, fake


def _root(matrix: np.ndarray) -> np.ndarray:
    """Square root of a symmetric matrix without negative eigenvalues."""
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.sqrt(np.clip(values, 0, None))) @ vectors.T


def frechet_distance(real: np.ndarray, fake: np.ndarray) -> Distance:
    """Squared Frechet distance of two Gaussians fitted to the features.

    ``|m1 - m2|^2 + trace(S1 + S2 - 2 (S1 S2)^(1/2))`` with means m and covariances S. It is
    biased upwards: the smaller the samples, the more.

    Parameters
    ----------
    real, fake
        Features, shapes ``(n_real, d)`` and ``(n_fake, d)``. Both need more than d samples, or
        the covariance is singular.

    Raises
    ------
    ValueError
        If shapes do not fit, samples are too few or a feature is not finite.

    References
    ----------
    M. Heusel et al., "GANs trained by a two time-scale update rule", NeurIPS 2017.
    """
    dimensions = np.shape(real)[-1]
    real, fake = _check_features(real, fake, least=dimensions + 1)
    real_cov, fake_cov = np.atleast_2d(np.cov(real.T)), np.atleast_2d(np.cov(fake.T))
    # The trace of (S1 S2)^(1/2) is that of (S1^(1/2) S2 S1^(1/2))^(1/2), which is symmetric.
    half = _root(real_cov)
    cross = np.sqrt(np.clip(np.linalg.eigvalsh(half @ fake_cov @ half), 0, None)).sum()
    shift = ((real.mean(0) - fake.mean(0)) ** 2).sum()
    value = shift + np.trace(real_cov) + np.trace(fake_cov) - 2 * cross
    return Distance(float(value), len(real), len(fake))


def kernel_distance(real: np.ndarray, fake: np.ndarray) -> Distance:
    """Squared kernel distance (maximum mean discrepancy), estimated without bias.

    The kernel is ``(x . y / d + 1)^3``. The estimate leaves out each sample's kernel with itself,
    so it can be slightly negative when both samples come from one distribution.

    Parameters
    ----------
    real, fake
        Features, shapes ``(n_real, d)`` and ``(n_fake, d)``, at least 2 of each.

    Raises
    ------
    ValueError
        As `frechet_distance`.

    References
    ----------
    M. Binkowski et al., "Demystifying MMD GANs", ICLR 2018.
    """
    real, fake = _check_features(real, fake, least=2)

    def kernel(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return (x @ y.T / x.shape[1] + 1) ** 3

    def within(x: np.ndarray) -> float:
        values = kernel(x, x)
        return (values.sum() - np.trace(values)) / (len(x) * (len(x) - 1))

    value = within(real) + within(fake) - 2 * kernel(real, fake).mean()
    return Distance(float(value), len(real), len(fake))


def _squared_distances(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    squares = (x**2).sum(1)[:, None] + (y**2).sum(1) - 2 * x @ y.T
    return np.clip(squares, 0, None)


def precision_recall(real: np.ndarray, fake: np.ndarray, k: int = 3) -> tuple[float, float]:
    """Share of generated samples that look real, and share of real samples that are covered.

    A sample counts when it lies no farther from some sample of the other set than that sample's
    k-th nearest neighbour in its own set.

    Parameters
    ----------
    real, fake
        Features, shapes ``(n_real, d)`` and ``(n_fake, d)``, more than k of each.
    k
        Which neighbour sets the radius.

    Returns
    -------
    precision, recall
        Both from 0 to 1.

    Raises
    ------
    ValueError
        As `frechet_distance`.

    References
    ----------
    T. Kynkaanniemi et al., "Improved precision and recall metric for assessing generative
    models", NeurIPS 2019.
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}.")
    real, fake = _check_features(real, fake, least=k + 1)

    def radii(x: np.ndarray) -> np.ndarray:
        return np.partition(_squared_distances(x, x), k, axis=1)[:, k]  # position 0 is itself

    between = _squared_distances(real, fake)
    precision = (between <= radii(real)[:, None]).any(axis=0).mean()
    recall = (between <= radii(fake)[None, :]).any(axis=1).mean()
    return float(precision), float(recall)


def nearest_training_image(images: np.ndarray, training_images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Find for each image the training image with the nearest pixels.

    Parameters
    ----------
    images, training_images
        Floating point in [-1, 1], shapes ``(n, h, w, c)`` and ``(m, h, w, c)``.

    Returns
    -------
    indices, distances
        Shape ``(n,)`` each: which training image, and the Euclidean distance over all pixels
        (from 0 to 2 * sqrt(h * w * c)). Compare with held-out real images: much smaller distances
        mean that training images were memorised.

    Raises
    ------
    TypeError, ValueError
        As `helpers.images.check_images`; and if the two shapes of an image differ.
    """
    images, training_images = check_images(images), check_images(training_images)
    if images.shape[1:] != training_images.shape[1:]:
        raise ValueError(
            f"Images of shape {images.shape[1:]} cannot be compared with {training_images.shape[1:]}."
        )
    train = training_images.reshape(len(training_images), -1).astype("float64")
    indices, distances = np.empty(len(images), dtype=int), np.empty(len(images))
    for start in range(0, len(images), 500):  # in chunks, to keep memory low
        chunk = images[start : start + 500].reshape(-1, train.shape[1]).astype("float64")
        squares = _squared_distances(chunk, train)
        nearest = squares.argmin(axis=1)
        indices[start : start + 500] = nearest
        # The quick formula above rounds; the one distance that is kept is computed directly.
        distances[start : start + 500] = np.linalg.norm(chunk - train[nearest], axis=1)
    return indices, distances
