"""Makes the names again: ``python -m helpers.assets.remake names``; pip fetches them, nothing is run."""

import subprocess
import sys
import tempfile
from pathlib import Path

from helpers import assets
from helpers.data.words import NAMES_FILE

import numpy as np

PACKAGE = "names==0.3.0"


def make_names() -> None:
    """Write the npz: ``names``, bytes in lower case, each name once, sorted."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, PACKAGE]
        subprocess.run(pip, check=True)
        files = (Path(folder) / "names").glob("dist.*.first")
        found = {
            line.split()[0].lower()
            for file in files
            for line in file.read_text(encoding="utf-8").splitlines()
        }
    np.savez_compressed(assets.FOLDER / NAMES_FILE, names=np.array(sorted(found), dtype="S"))
