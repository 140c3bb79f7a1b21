"""First names as letters: 5,163 of them, a third held out.

They are those of the package names 0.3.0 (MIT licence, Trey Hunner), derived from the United States census
of 1990 (public domain), in lower case; how often each was given is left out.
``python -m helpers.assets.remake names`` fetches them.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from helpers import assets
from helpers.data.digits import PARTS

import numpy as np

NAMES_FILE = "names.npz"
ALPHABET = ".abcdefghijklmnopqrstuvwxyz"  # 0 ends a name, and fills what is left of its row
LONGEST = 11


def load_names(part: str = "train", folder: Path = assets.FOLDER) -> list[str]:
    """Return the names of a part, in an order that is always the same and not that of the alphabet.

    Parameters
    ----------
    part
        ``"train"`` (about two thirds) or ``"test"``. A name's hash alone decides.
    folder
        Where the shipped files are.

    Raises
    ------
    ValueError
        If ``part`` is neither word.
    helpers.assets.AssetError
        If the shipped file is missing or altered.
    """
    if part not in PARTS:
        raise ValueError(f"part is {part!r}, but the parts are 'train' and 'test'.")
    with np.load(assets.asset(NAMES_FILE, folder)) as shipped:
        lots = {name.decode(): hashlib.sha256(name).digest() for name in shipped["names"].tolist()}
    return sorted((n for n, lot in lots.items() if (lot[0] % 3 == 0) == (part == "test")), key=lots.get)


def encode_names(names: Iterable[str]) -> np.ndarray:
    """Return the places of the letters in `ALPHABET`, ``int32`` of shape ``(n, 12)``, zeros after the end.

    Raises
    ------
    ValueError
        If a name is longer than 11 letters, or has others than a to z.
    """
    rows = []
    for name in names:
        if len(name) > LONGEST or not set(name) <= set(ALPHABET[1:]):
            raise ValueError(f"{name!r} is no name of at most {LONGEST} letters from a to z.")
        rows.append([ALPHABET.index(letter) for letter in name.ljust(LONGEST + 1, ".")])
    return np.array(rows, dtype="int32").reshape(-1, LONGEST + 1)


def decode_names(codes: np.ndarray) -> list[str]:
    """Return the names of rows of `encode_names`: all that stands before the first end."""
    return ["".join(ALPHABET[place] for place in row).split(".")[0] for row in np.asarray(codes)]
