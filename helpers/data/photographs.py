"""Crops of seven photographs, held out by photograph.

They are those that scikit-image 0.26.0 and scikit-learn 1.9.1 carry for their examples;
``python -m helpers.assets.remake photographs`` fetches them. `PHOTOGRAPHS` has the credits. Seven
photographs are few: crops of one are much alike, and what holds for two held out is no more than that.
"""

from pathlib import Path
from typing import NamedTuple

from helpers import assets
from helpers.data.digits import PARTS
from helpers.data.lots import draw_lots
from helpers.data.sheets import decode
from helpers.images import shrink, to_float

import numpy as np

PHOTOGRAPHS_FILE = "photographs.npz"
LARGEST = 3  # a crop is a window of up to this many times its size, shrunk by area


class Photograph(NamedTuple):
    """Which part a photograph is in, and whom to thank for it."""

    part: str
    credit: str


PHOTOGRAPHS = {
    "astronaut": Photograph("train", "Eileen Collins, NASA; public domain"),
    "coffee": Photograph("train", "Rachel Michetti, Pikolo Espresso Bar; CC0"),
    "rocket": Photograph("train", "SpaceX, launch of DSCOVR; public domain"),
    "retina": Photograph("train", "Mikael Häggström, 2014; CC0"),
    "flower": Photograph("train", "vultilion on Flickr; CC BY 2.0"),
    "chelsea": Photograph("test", "Stefan van der Walt; CC0"),
    "china": Photograph("test", "danielbuechele on Flickr; CC BY 2.0"),
}


def load_crops(
    part: str = "train", size: int = 64, count: int = 1000, seed: int = 0, folder: Path = assets.FOLDER
) -> tuple[np.ndarray, np.ndarray]:
    """Cut crops out of the photographs by lot: where, how far away, and mirrored or not.

    Of two windows the one with more contrast is kept, or a quarter would be plain sky or darkness.

    Parameters
    ----------
    part
        ``"train"`` (five photographs) or ``"test"`` (two others).
    size
        Pixels of a side, from 8 to 256.
    count, seed
        How many, and which; the same on every computer.
    folder
        Where the shipped files are.

    Returns
    -------
    crops, sources
        ``float32`` of shape ``(count, size, size, 3)`` in [-1, 1]; and an array of the names of the
        photographs, shape ``(count,)``, each photograph about equally often.

    Raises
    ------
    ValueError
        If part, size, count or seed is none of these.
    helpers.assets.AssetError
        If the shipped file is missing or altered.
    """
    if part not in PARTS:
        raise ValueError(f"part is {part!r}, but the parts are 'train' and 'test'.")
    if size != int(size) or not 8 <= size <= 256:
        raise ValueError(f"size is {size!r}, but crops have from 8 to 256 pixels a side.")
    names = [name for name, photograph in PHOTOGRAPHS.items() if photograph.part == part]
    with np.load(assets.asset(PHOTOGRAPHS_FILE, folder)) as shipped:
        photographs = [decode(shipped[name]) for name in names]
    lots = draw_lots(f"crops {part}", seed, count, 8)
    crops = np.empty((len(lots), size, size, 3), dtype="float32")
    for i, (which, mirror, *windows) in enumerate(lots.tolist()):
        pixels, tries = photographs[which % len(names)], []
        for scale, top, left in (windows[:3], windows[3:]):
            side = size * (1 + scale % min(LARGEST, min(pixels.shape[:2]) // size))
            top, left = top % (pixels.shape[0] - side + 1), left % (pixels.shape[1] - side + 1)
            window = to_float(pixels[top : top + side, left : left + side])
            tries.append(shrink(window[None], size)[0])
        crops[i] = max(tries, key=np.std)[:, :: 1 if mirror % 2 else -1]
    return crops, np.array(names)[lots[:, 0] % len(names)]
