"""Points in the plane whose modes are known: ring, grid, two moons, spiral."""

import math
from typing import NamedTuple

import numpy as np

POINT_SETS = ("ring", "grid", "two moons", "spiral")


class PointSet(NamedTuple):
    """Points ``(n, 2)``, their modes ``(modes, 2)`` or None, and the standard deviation around them."""

    points: np.ndarray
    centres: np.ndarray | None
    std: float


def point_set(name: str, count: int = 10_000) -> PointSet:
    """Return one of `POINT_SETS`, always the same points, for ``name``."""
    random, std = np.random.default_rng(0), 0.05
    u, side = random.uniform(size=count), np.arange(count) % 2 * 2 - 1  # side is -1 or 1
    if name in ("ring", "grid"):
        grid = np.meshgrid(*[np.linspace(-1.2, 1.2, 5)] * 2)
        turns = np.arange(8) * math.pi / 4
        centres = np.stack(grid if name == "grid" else [np.cos(turns), np.sin(turns)], axis=-1).reshape(-1, 2)
        middle = centres[random.integers(len(centres), size=count)]
    else:
        centres, moon, turn = None, math.pi * u, 4 * math.pi * np.sqrt(u)
        spiral = [1.3 * np.sqrt(u) * np.cos(turn), 1.3 * np.sqrt(u) * np.sin(turn)]
        moons = [side * (0.9 * np.cos(moon) - 0.45), side * (0.9 * np.sin(moon) - 0.2)]
        middle = np.stack(spiral if name == "spiral" else moons, axis=1)
    return PointSet((middle + std * random.normal(size=(count, 2))).astype("float32"), centres, std)
