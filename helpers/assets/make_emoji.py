"""Makes the emoji again: ``python -m helpers.assets.remake emoji``. Needs npm and the Debian font.

The npm package emoji-datasource-google 16.0.0 gives names and 64 x 64 pictures (its full-colour
sheet: cells of 66 x 66 pixels). The font fonts-noto-color-emoji, drawn by Pillow with raqm at its own
size of 109, gives pictures of 136 x 128, whose outer 4 columns are empty.
"""

import itertools
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

from helpers import assets
from helpers.data.emoji import CATEGORIES, EMOJI_FILES, NAMEABLE
from helpers.data.sheets import pack_pictures

import numpy as np
from PIL import Image, ImageDraw, ImageFont

PACKAGE = "emoji-datasource-google@16.0.0"
FONT = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
GROUPS = ("Smileys & Emotion", "People & Body", "Animals & Nature", "Food & Drink", "Travel & Places")
GROUPS += ("Activities", "Objects", "Symbols", "Flags")  # "Component", five patches of skin, is left out
LEFT_OUT = {
    "1F595": "middle finger",
    "1F44C": "OK hand: an insult in some countries",
    "1F90C": "pinched fingers: likewise",
    "1F90F": "pinching hand: likewise",
    "1F918": "sign of the horns: likewise",
    "1F92C": "swearing face",
    "1F46F": "people with bunny ears",
    "1F46F-200D-2642-FE0F": "men with bunny ears",
    "1F46F-200D-2640-FE0F": "women with bunny ears",
    "1F51E": "no one under eighteen",
    "1F6AC": "cigarette",
    "1F52B": "pistol",
    "1F4A3": "bomb",
    "1F3E9": "love hotel",
}
SKIN = {"1F3FB": 2, "1F3FC": 3, "1F3FD": 4, "1F3FE": 5, "1F3FF": 6}  # indices into TONES; 7 is mixed
# Joiners and signs for sex, direction and hair do not make another family.
SIGNS = {"200D", "FE0F", "2640", "2642", "27A1", "1F9B0", "1F9B1", "1F9B2", "1F9B3"}
PEOPLE = dict.fromkeys(["1F468", "1F469", "1F9D1"], "person")
PEOPLE |= dict.fromkeys(["1F466", "1F467", "1F9D2"], "child")
COUPLES = dict.fromkeys(["1F46B", "1F46C", "1F46D"], "1F91D person")
COUPLES |= {"1F48F": "1F48B 2764 person", "1F491": "2764 person", "1F46A": "child person"}


def family(record: dict) -> str:
    """Return the name of an emoji's family: its code points without signs, or the kind of sign it is."""
    unified = record["unified"]
    if record["subcategory"] == "keycap" or record["name"].startswith("CLOCK FACE"):
        return record["name"].split()[0]
    points = {PEOPLE.get(point, point) for point in unified.split("-") if point not in SIGNS}
    return COUPLES.get(unified, " ".join(sorted(points)))


def over_white(pictures: np.ndarray) -> np.ndarray:
    """Blend ``uint8`` pictures with an alpha channel over white."""
    alpha = pictures[..., 3:] / 255
    return np.rint(pictures[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def read_package() -> tuple[list[dict], np.ndarray]:
    """Return the package's records, in Unicode's order, and its cells ``(row, column, 64, 64, 3)``."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as package:
            records = json.load(package.extractfile("package/emoji.json"))
            sheet = Image.open(package.extractfile("package/img/google/sheets-clean/64.png"))
            pixels = np.asarray(sheet.convert("RGBA"))
    rows = len(pixels) // 66
    cells = pixels.reshape(rows, 66, rows, 66, 4)[:, 1:-1, :, 1:-1].swapaxes(1, 2)
    return sorted(records, key=lambda record: record["sort_order"]), over_white(cells)


def draw_large(codes: list[str]) -> dict[int, np.ndarray]:
    """Return ``{number: 128 x 128 picture}`` of those sequences that the font has."""
    font = ImageFont.truetype(FONT, 109, layout_engine=ImageFont.Layout.RAQM)

    def draw(text: str) -> np.ndarray:
        left, top, _, _ = font.getbbox(text)
        image = Image.new("RGBA", (136, 128), (255, 255, 255, 0))
        ImageDraw.Draw(image).text((-left, -top), text, font=font, embedded_color=True)
        return over_white(np.asarray(image))[:, 4:-4]

    unknown = draw("\U0010ffff")
    pictures = [draw("".join(chr(int(point, 16)) for point in code.split("-"))) for code in codes]
    return {i: picture for i, picture in enumerate(pictures) if not np.array_equal(picture, unknown)}


def make_emoji() -> None:
    """Write both files; a picture equal to an earlier one, pixel for pixel, is left out."""
    records, cells = read_package()
    bases, groups, seen = [], {}, set()
    for record in records:
        if record["unified"] in LEFT_OUT or record["category"] not in GROUPS:
            continue
        tones = record.get("skin_variations", {})
        category = GROUPS.index(record["category"])
        for skin, variant in {"": record, **tones}.items():
            skins = {SKIN[point] for point in skin.split("-") if point}
            tone = 7 if len(skins) > 1 else skins.pop() if skins else int(bool(tones))
            picture = cells[variant["sheet_y"], variant["sheet_x"]]
            if picture.tobytes() not in seen:
                seen.add(picture.tobytes())
                group = groups.setdefault((tone, category if tone == 0 else 1), [])
                group.append((len(bases), tone, variant["unified"], picture))
        name = record["name"].capitalize()
        bases.append((name, category, record["subcategory"], family(record)))
    base, tone, codes, _ = zip(*itertools.chain(*groups.values()), strict=True)
    name, category, kind, families = map(np.array, zip(*bases, strict=True))
    np.savez_compressed(
        assets.FOLDER / EMOJI_FILES[64],
        **pack_pictures([np.stack([row[-1] for row in group]) for group in groups.values()]),
        base=np.array(base, dtype=np.uint16),
        tone=np.array(tone, dtype=np.uint8),
        unicode=np.array(codes),
        name=name,
        category=category.astype(np.uint8),
        kind=kind,
        family=families,
    )
    nameable = {CATEGORIES.index(word) for word in NAMEABLE}
    numbers = [i for i, b in enumerate(base) if category[b] in nameable]
    large = draw_large([codes[i] for i in numbers])
    by_category: dict[int, list[int]] = {}
    for place in large:
        by_category.setdefault(category[base[numbers[place]]], []).append(place)
    np.savez_compressed(
        assets.FOLDER / EMOJI_FILES[128],
        **pack_pictures([np.stack([large[i] for i in places]) for places in by_category.values()]),
        picture=np.array([numbers[i] for places in by_category.values() for i in places], dtype=np.uint16),
    )
