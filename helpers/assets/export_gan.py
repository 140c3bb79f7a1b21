"""Makes ``helpers/gan.py`` from notebooks 05 and 05b: ``python -m helpers.assets.remake gan``."""

import json
from pathlib import Path

from helpers import assets
from helpers.assets.pages import NOTEBOOKS

GAN_HEAD = '''"""The GAN of the course, from the cells of pages 05 and 05b tagged ``export``: ``make gan``.

They show and explain every line of it; change it there. Later pages subclass `GAN` and
override the smallest method that their idea needs. Images are (n, height, width, channels) in [-1, 1],
noise is (n, latent_dim), a discriminator returns logits (n, 1), real is 1, losses are single numbers in nats.
"""

import keras
import tensorflow as tf

'''

GAN_PAGES = ("05_training_loop", "05b_repeat_and_resume")
GAN_CELLS = (  # in the order of the module; the pages may have another one
    "05-export-loss",
    "05-export-noise",
    "05-export-together",
    "05-export-follow",
    "05b-export-saved",
    "05-export-gan",
    "05-export-average",
)


def exported_gan(folder: Path = NOTEBOOKS) -> str:
    """Return the text of ``helpers/gan.py`` as the notebooks in ``folder`` have it.

    Raises
    ------
    ValueError
        If the cells tagged ``export`` are not those of `GAN_CELLS`.
    """
    found = {}
    for page in GAN_PAGES:
        for cell in json.loads((folder / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]:
            if "export" in cell["metadata"].get("tags", []):
                found[cell["id"]] = "".join(cell["source"])
    if set(found) != set(GAN_CELLS):
        odd = ", ".join(sorted(set(found) ^ set(GAN_CELLS)))
        raise ValueError(f"Cells tagged export and GAN_CELLS differ: {odd}. Tag the cell, or list it.")
    return GAN_HEAD + "\n\n\n".join(found[name] for name in GAN_CELLS) + "\n"


def make_gan() -> None:
    """Write ``helpers/gan.py``."""
    (assets.FOLDER.parent / "gan.py").write_text(exported_gan(), encoding="utf-8", newline="\n")
