"""Makes the parts of the pixel-art faces again: ``python -m helpers.assets.remake faces``. Needs npm.

Every part is a small SVG drawing with whole-number, axis-aligned paths. All that its layers do to a
pixel is one mixture, ``below * what was there + tint * the part's colour + white * 255``, and these
three shares are stored in per cent.
"""

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from helpers import assets
from helpers.data.faces import FACE_COLOURS, FACE_PARTS, FACES_FILE, OPTIONAL

import numpy as np

PACKAGE = "@dicebear/pixel-art@9.4.3"
BACKGROUNDS = ("ffffff", "b6e3f4", "c0aede", "d1d4f9", "ffd5dc", "ffdfbf")  # the course's own choice


def fill_path(path: str, even_odd: bool = False) -> np.ndarray:
    """Return which of 16 x 16 pixels a path of whole-number, axis-aligned lines covers, as booleans."""
    turns, x, y, start = np.zeros((16, 16), int), 0, 0, (0, 0)

    def vertical(to: int) -> None:  # a line down turns once around all that is right of it
        turns[min(y, to) : max(y, to), x:] += 1 if to > y else -1

    for command, text in re.findall(r"([MmHhVvLlZz])([^A-Za-z]*)", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", text)]
        if command in "Mm":
            x, y = (a + b for a, b in zip(numbers, (x, y) if command == "m" else (0, 0), strict=True))
            start = (x, y)
        elif command in "Hh":
            x = numbers[0] + (x if command == "h" else 0)
        elif command in "Vv":
            to = numbers[0] + (y if command == "v" else 0)
            vertical(to)
            y = to
        elif command in "Zz":
            if x != start[0] and y != start[1]:
                raise ValueError(f"a slanting line closes {path}")
            vertical(start[1])
            x, y = start
        else:
            raise ValueError(f"the command {command} in {path}")
    return turns % 2 == 1 if even_odd else turns != 0


def mixture(svg: str) -> np.ndarray:
    """Return ``below, tint, white`` in per cent, ``uint8`` of shape ``(16, 16, 3)``, of a drawing."""
    svg = re.sub(r"\$\{escape\.xml\(`\$\{colors\.\w+\}`\)\}", "tint", svg)
    total = np.tile([1.0, 0.0, 0.0], (16, 16, 1))

    def paint(element: ElementTree.Element, inherited: dict, result: np.ndarray) -> None:
        style = inherited | element.attrib
        if element.tag == "path":
            alpha = float(style.get("fill-opacity", 1)) * float(element.get("opacity", 1))
            colour = {"tint": [0, 1, 0], "#fff": [0, 0, 1], "#000": [0, 0, 0]}[style["fill"]]
            inside = fill_path(style["d"], style.get("fill-rule") == "evenodd")
            result[inside] = (1 - alpha) * result[inside] + alpha * np.array(colour)
        for child in element:
            paint(child, style, result)

    root = ElementTree.fromstring(f"<svg>{svg}</svg>")
    mask = root.find("mask")
    if mask is None:
        paint(root, {}, total)
    else:  # a beard: the mask's opacity counts, not how light its colour is
        masked, cover = total.copy(), total.copy()
        paint(mask, {}, cover)
        paint(root.find("g"), {}, masked)
        share = 1 - cover[..., :1]
        total = (1 - share) * total + share * masked
    hundredths = np.rint(100 * total)
    if np.abs(hundredths - 100 * total).max() > 1e-6:
        raise ValueError(f"per cent do not suffice for {svg}")
    return hundredths.astype(np.uint8)


def make_faces() -> None:
    """Write the npz: for each part its mixtures and names, for each colour its names and numbers."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:

            def read(name: str) -> str:
                return package.extractfile(f"package/lib/{name}.js").read().decode()

            schema, index = read("schema"), read("index")
            drawings = {part: read(f"components/{part}") for part in FACE_PARTS}
    content = {"body": mixture(re.search(r"body: `((?:<path[^>]*/>)+)", index)[1])[None]}
    for part, text in drawings.items():
        found = dict(sorted(re.findall(r"(\w+): \(components, colors\) => `(.*)`,\n", text)))
        none = {"none": ""} if part in OPTIONAL else {}
        content[part] = np.stack([mixture(svg) for svg in (none | found).values()])
        content[f"{part}_names"] = np.array(list(none | found))
    for field in FACE_COLOURS:
        key = "skinColor" if field == "skin" else field.replace("_colour", "Color")
        names = BACKGROUNDS
        if field != "background":
            names = re.findall(
                r"'(\w+)'", re.search(key + r": \{.*?default: \[(.*?)\]", schema, re.DOTALL)[1]
            )
        content[f"{field}_names"] = np.array(names)
        content[f"{field}_rgb"] = np.array([list(bytes.fromhex(name)) for name in names], dtype=np.uint8)
    np.savez_compressed(assets.FOLDER / FACES_FILE, **content)
