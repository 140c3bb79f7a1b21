"""Scores of 2-D samples whose modes are known: how many are covered, how many samples lie on one."""

import numpy as np


def _distances_to_modes(samples: np.ndarray, centres: np.ndarray, std: float) -> np.ndarray:
    """Return the distance of each sample to each centre, in standard deviations, after checking both."""
    samples, centres = np.asarray(samples, dtype="float64"), np.asarray(centres, dtype="float64")
    if samples.ndim != 2 or centres.ndim != 2 or samples.shape[1] != 2 or centres.shape[1] != 2:
        raise ValueError(f"Expected shapes (n, 2) and (modes, 2), not {samples.shape} and {centres.shape}.")
    if not std > 0:
        raise ValueError(f"std must be over 0, not {std}.")
    if not np.isfinite(samples).all():
        raise ValueError("Some samples are not finite (nan or inf): training has diverged.")
    return np.linalg.norm(samples[:, None] - centres[None], axis=2) / std


def modes_covered(
    samples: np.ndarray, centres: np.ndarray, std: float, share: float = 0.01, radius: float = 3.0
) -> int:
    """Count the modes of a 2-D mixture that samples cover.

    A mode counts when at least ``share`` of all samples lie within ``radius`` standard deviations
    of its centre. The course always asks with 2,500 samples. Samples spread over everything cover
    every mode: read `share_on_modes` beside it.

    Parameters
    ----------
    samples
        Shape ``(n, 2)``.
    centres
        Shape ``(modes, 2)``.
    std
        Standard deviation of each mode, in the unit of the samples; over 0.

    Raises
    ------
    ValueError
        If shapes do not fit, samples are too few for the share to mean anything (under
        ``1 / share``), or a number is not finite.
    """
    distances = _distances_to_modes(samples, centres, std)
    if len(distances) < 1 / share:
        raise ValueError(f"{len(distances)} samples are too few to see a share of {share:.0%}.")
    return int(((distances <= radius).mean(axis=0) >= share).sum())


def share_on_modes(samples: np.ndarray, centres: np.ndarray, std: float, radius: float = 3.0) -> float:
    """Return the share of samples, 0 to 1, that lie within ``radius`` standard deviations of a mode.

    Parameters and errors are those of `modes_covered`. Of a mixture of round Gaussians themselves
    ``1 - exp(-radius^2 / 2)`` do, 98.9 % for 3.
    """
    return float((_distances_to_modes(samples, centres, std) <= radius).any(axis=1).mean())
