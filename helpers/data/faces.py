"""Pixel-art faces whose parts are known: as many as wanted, in any mixture.

The parts are DiceBear's style "Pixel Art" (CC0 1.0), from the npm package @dicebear/pixel-art 9.4.3;
``python -m helpers.assets.remake faces`` shows how they are read. A face is 16 x 16 pixels: a
background and a body in a skin colour, then accessories (earrings), clothing, eyes, glasses, beard,
mouth, hair and hat, laid over each other in this order. A later part may hide an earlier one.

Two things differ from DiceBear. There is a background colour, of six. And a beard is drawn at nine
tenths of its colour whatever that is, where DiceBear's drawing lets dark beards fade away.
"""

import functools
from collections.abc import Mapping
from pathlib import Path

from helpers import assets
from helpers.data.lots import draw_lots
from helpers.images import to_float

import numpy as np

FACES_FILE = "faces.npz"
FACE_PARTS = ("accessories", "clothing", "eyes", "glasses", "beard", "mouth", "hair", "hat")
FACE_COLOURS = ("background", "skin", *(f"{part}_colour" for part in FACE_PARTS if part != "beard"))
FIELDS = FACE_PARTS + FACE_COLOURS
# The share of faces that have one, as DiceBear draws them.
OPTIONAL = {"accessories": 0.1, "glasses": 0.2, "beard": 0.05, "hat": 0.05}
SIZES = (16, 32, 64)
Choice = int | str | Mapping[int | str, float]


@functools.cache
def _shipped(folder: Path = assets.FOLDER) -> dict[str, np.ndarray]:
    with np.load(assets.asset(FACES_FILE, folder)) as file:
        return dict(file)


def face_choices() -> dict[str, tuple[str, ...]]:
    """Return ``{field: names}`` of every part and colour; an index of a record is a place in it.

    Names of parts are DiceBear's ("long07"), "none" where a part may be missing; names of colours
    are hexadecimal ("ffdbac"), skins from light to dark.
    """
    return {field: tuple(map(str, _shipped()[f"{field}_names"])) for field in FIELDS}


def _shares(field: str, names: tuple[str, ...], choice: Choice | None) -> np.ndarray:
    """Return the probability of each name, from what the caller asked for."""

    def index(key: int | str) -> int:
        if isinstance(key, str) and key in names:
            return names.index(key)
        if isinstance(key, int | np.integer) and 0 <= key < len(names):
            return int(key)
        raise ValueError(
            f"{field} has no {key!r}: choose a number from 0 to {len(names) - 1}, or one of "
            f"{', '.join(names)}."
        )

    shares = np.zeros(len(names))
    if choice is None:
        rest = OPTIONAL.get(field, 1.0)
        shares[:] = rest / (len(names) - (field in OPTIONAL))
        if field in OPTIONAL:
            shares[0] = 1 - rest
    elif isinstance(choice, Mapping):
        for key, share in choice.items():
            shares[index(key)] += share
        if not (np.isfinite(shares).all() and shares.min() >= 0 and abs(shares.sum() - 1) < 1e-6):
            raise ValueError(f"The probabilities of {field} must be 0 or more and sum to 1: {dict(choice)}.")
    else:
        shares[index(choice)] = 1
    return shares


def draw_faces(count: int, seed: int, size: int = 16, **balance: Choice) -> tuple[np.ndarray, np.ndarray]:
    """Draw faces by lot.

    Parameters
    ----------
    count
        How many.
    seed
        Fixes the faces, on every computer (`helpers.data.lots`). More faces continue fewer. Every
        field has lots of its own: where one field is fixed, all others stay as they were.
    size
        16, 32 or 64: each pixel is repeated.
    **balance
        For any field of `face_choices` an index or a name, which fixes it, or the probability of
        each: ``skin={0: 0.9, 7: 0.1}``, ``hat="none"``. All choices are equally likely
        otherwise; and 10 % have accessories, 20 % glasses, 5 % a beard, 5 % a hat.

    Returns
    -------
    images, parts
        ``float32`` of shape ``(count, size, size, 3)`` in [-1, 1]; and a structured array of shape
        ``(count,)`` with a ``uint8`` field for each part and colour: ``parts["hair"]`` are indices
        into ``face_choices()["hair"]``.

    Raises
    ------
    ValueError
        If a field, choice, probability or size is none of these.
    helpers.assets.AssetError
        If the shipped file is missing or altered.
    """
    unknown = set(balance) - set(FIELDS)
    if unknown:
        raise ValueError(f"A face has no {sorted(unknown)[0]!r}: choose from {', '.join(FIELDS)}.")
    lots = draw_lots("faces", seed, count, len(FIELDS))
    parts = np.zeros(len(lots), dtype=[(field, "u1") for field in FIELDS])
    for column, (field, names) in enumerate(face_choices().items()):
        shares = _shares(field, names, balance.get(field))
        limits = np.rint(np.cumsum(shares) * 2**32)
        limits[np.flatnonzero(shares)[-1] :] = 2**32  # whatever the sum was rounded to
        parts[field] = np.searchsorted(limits, lots[:, column], side="right")
    return render_faces(parts, size), parts


def render_faces(parts: np.ndarray, size: int = 16) -> np.ndarray:
    """Draw the faces of a record, as from `draw_faces`; change a copy of it to recolour them.

    Parameters
    ----------
    parts
        Structured array, shape ``(n,)``.
    size
        16, 32 or 64.

    Returns
    -------
    numpy.ndarray
        ``float32``, shape ``(n, size, size, 3)``, in [-1, 1].

    Raises
    ------
    ValueError
        If the record has other fields, an index is too large, or the size is another.
    """
    if size not in SIZES:
        raise ValueError(f"size is {size!r}, but faces come at 16, 32 and 64 pixels.")
    shipped = _shipped()
    if np.asarray(parts).dtype.names != FIELDS:
        raise ValueError(
            f"parts must be a record with the fields {', '.join(FIELDS)}, as draw_faces() returns."
        )
    for field in FIELDS:
        names = shipped[f"{field}_names"]
        if parts[field].max(initial=0) >= len(names):
            raise ValueError(f"{field} has the numbers 0 to {len(names) - 1}, not {parts[field].max()}.")

    def colours(field: str) -> np.ndarray:
        return shipped[f"{field}_rgb"][parts[field]].astype("float64")[:, None, None]

    canvas = np.broadcast_to(colours("background"), (len(parts), 16, 16, 3))
    for part in ("body", *FACE_PARTS):
        variant = 0 if part == "body" else parts[part]
        # Of each pixel: per cent of what lies below, of the part's colour, and of white.
        below, tint, white = np.moveaxis(shipped[part][variant] / 100.0, -1, 0)[..., None]
        field = {"body": "skin", "beard": "hair_colour"}.get(part, f"{part}_colour")
        canvas = below * canvas + tint * colours(field) + white * 255.0
    images = to_float(np.rint(canvas).astype(np.uint8))
    return images.repeat(size // 16, axis=1).repeat(size // 16, axis=2)
