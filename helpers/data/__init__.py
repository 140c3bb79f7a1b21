"""The data of the course, one module for each kind, and batches of them; no network needed."""

from helpers.data.batches import batches
from helpers.data.digits import PARTS, load_digits, load_full_digits
from helpers.data.points import POINT_SETS, PointSet, point_set

__all__ = ["PARTS", "POINT_SETS", "PointSet", "batches", "load_digits", "load_full_digits", "point_set"]
