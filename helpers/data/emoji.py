"""Real colour images: Google's Noto emoji, at 32, 64 and 128 pixels, with what they show.

The artwork is by Google (Apache License 2.0; the font also under the OFL 1.1), blended over white.
At 64 pixels it comes from the npm package emoji-datasource-google 16.0.0; 32 pixels are these shrunk
by area, so that one is exactly the pyramid of the other. At 128 pixels there are smileys, animals and
food only, drawn from the Debian font fonts-noto-color-emoji. ``python -m helpers.assets.remake
emoji`` shows how, and which emoji were left out because they do not belong in a classroom.

One fixed split, drawn by lot: about 80 % to train, the rest to test, by *family*. All skin tones of
an emoji are in one part, and so are its man, woman and person, all their hair, both directions it
may face, and the hours of a clock: they are one drawing with small changes. Signs that come in many
colours (hearts, squares, books) are families of their own, so some test images have a near relative in
the training part. All couples of mixed tones came to the training part.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from helpers import assets
from helpers.data.digits import PARTS
from helpers.data.sheets import unpack_pictures
from helpers.images import shrink, to_float

import numpy as np

EMOJI_FILES = {64: "emoji_64.npz", 128: "emoji_128.npz"}
EMOJI_SIZES = (32, 64, 128)
CATEGORIES = (
    "smileys",
    "people",
    "animals",
    "food",
    "travel",
    "activities",
    "objects",
    "symbols",
    "flags",
)
NAMEABLE = ("smileys", "animals", "food")
TONES = ("none", "default", "light", "medium-light", "medium", "medium-dark", "dark", "mixed")
TRAIN_SHARE = 0.8


class EmojiRecord(NamedTuple):
    """What is known of n emoji: arrays of shape ``(n,)``.

    ``category`` and ``tone`` are indices into `CATEGORIES` and `TONES`: tone "none" has no person or
    hand to colour, "default" is the yellow that stands for no tone, "mixed" two people of two tones.
    ``base`` is one number for all skin tones of an emoji, so ``base[i] == base[j]`` asks whether two
    images are one emoji. ``kind`` is Unicode's finer category ("face-smiling"), ``name`` its name
    without the tone, ``unicode`` its code points ("1F44B-1F3FD").
    """

    category: np.ndarray
    tone: np.ndarray
    base: np.ndarray
    kind: np.ndarray
    name: np.ndarray
    unicode: np.ndarray


def _lot(text: str) -> float:
    """Return a number from 0 to 1 that is as good as random, and equal on every computer."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64


def _chosen(
    values: np.ndarray, wanted: Sequence[str] | str | None, names: tuple[str, ...], what: str
) -> np.ndarray:
    if wanted is None:
        return np.ones(len(values), dtype=bool)
    wanted = [wanted] if isinstance(wanted, str) else list(wanted)
    for name in wanted:
        if name not in names:
            raise ValueError(f"{what} {name!r} is unknown: choose from {', '.join(names)}.")
    return np.isin(values, [names.index(name) for name in wanted])


def load_emoji(
    part: str = "train",
    size: int = 32,
    categories: Sequence[str] | str | None = None,
    tones: Sequence[str] | str | None = None,
    faces: bool = False,
    folder: Path = assets.FOLDER,
) -> tuple[np.ndarray, EmojiRecord]:
    """Return emoji that come with the course, and what they show.

    Parameters
    ----------
    part
        ``"train"`` or ``"test"``; no network of the course is trained on the test part.
    size
        32, 64 or 128 pixels. At 128 there are only the categories of `NAMEABLE`.
    categories, tones
        A name or several, of `CATEGORIES` and `TONES`; None for all that there are.
    faces
        Keep only faces: the smileys whose kind begins with "face-", most of them round and yellow.
    folder
        Where the shipped files are.

    Returns
    -------
    images, record
        ``float32`` of shape ``(n, size, size, 3)`` in [-1, 1], on white; and an `EmojiRecord`. The
        order is shuffled, and always the same.

    Raises
    ------
    ValueError
        If a part, size, category or tone is unknown, or nothing is left.
    helpers.assets.AssetError
        If a shipped file is missing or altered.
    """
    if part not in PARTS:
        raise ValueError(f"part is {part!r}, but the parts are 'train' and 'test'.")
    if size not in EMOJI_SIZES:
        raise ValueError(f"size is {size!r}, but emoji come at 32, 64 and 128 pixels.")
    with np.load(assets.asset(EMOJI_FILES[64], folder)) as shipped:
        small = dict(shipped)
    base = small["base"]
    record = EmojiRecord(
        small["category"][base].astype("int32"),
        small["tone"].astype("int32"),
        base.astype("int32"),
        small["kind"][base],
        small["name"][base],
        small["unicode"],
    )
    train = np.array([_lot(family) < TRAIN_SHARE for family in small["family"]])[base]
    keep = train if part == "train" else ~train
    keep &= _chosen(record.category, categories, CATEGORIES, "category")
    keep &= _chosen(record.tone, tones, TONES, "tone")
    if faces:
        keep &= np.char.startswith(record.kind, "face-")
    if size == 128:
        with np.load(assets.asset(EMOJI_FILES[128], folder)) as shipped:
            large = dict(shipped)
        place = np.full(len(base), -1)
        place[large["picture"]] = np.arange(len(large["picture"]))
        keep &= place >= 0
    found = np.flatnonzero(keep)
    if not len(found):
        only = f" At 128 pixels there are only {', '.join(NAMEABLE)}." if size == 128 else ""
        raise ValueError(f"No emoji of the {part} part is all of that; ask for less.{only}")
    found = found[np.argsort([_lot("order " + code) for code in record.unicode[found]])]
    if size == 128:
        images = to_float(unpack_pictures(large, 128)[place[found]])
    else:
        images = shrink(to_float(unpack_pictures(small, 64)[found]), size)
    return images, EmojiRecord(*(field[found] for field in record))
