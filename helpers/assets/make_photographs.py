"""Makes the photographs again: ``python -m helpers.assets.remake photographs``.

pip fetches both packages into a temporary folder; nothing of them is run. The retina, of 1411 x 1411
pixels and mostly smooth, is shrunk to 512 x 512.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from helpers import assets
from helpers.data.photographs import PHOTOGRAPHS, PHOTOGRAPHS_FILE
from helpers.data.sheets import encode

import numpy as np
from PIL import Image

PACKAGES = {"scikit-image==0.26.0": "skimage/data", "scikit-learn==1.9.1": "sklearn/datasets/images"}


def make_photographs() -> None:
    """Write the npz: the bytes of a WebP file (quality 92) under each photograph's name."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, *PACKAGES]
        subprocess.run(pip, check=True)
        files = [path for place in PACKAGES.values() for path in (Path(folder) / place).iterdir()]
        for name in PHOTOGRAPHS:
            (path,) = [path for path in files if path.stem == name]
            image = Image.open(path).convert("RGB")
            image.thumbnail((640, 512), Image.Resampling.LANCZOS)
            found[name] = encode(image, quality=92)
    np.savez(assets.FOLDER / PHOTOGRAPHS_FILE, **found)
