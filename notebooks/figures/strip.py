"""The README's picture: what students make, from the movies that the notebooks' own runs stored.

Nothing is picked or trained here: each part is one frame of a stored movie, with the caption that `PARTS`
gives it. ``make figures`` writes it; so does ``run_notebooks --store`` when it has stored one of these pages.
"""

import base64
import io
import json
import re
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

NOTEBOOKS = Path(__file__).parents[1]
TARGET = Path(__file__).with_name("readme.png")
WIDTH, GAP, LINE, COLOURS = 430, 14, 20, 256
# Two columns: (page, cell, where in its movie from 0, its start, to 1, its end, caption)
PARTS = (
    (
        ("07_dcgan", "07-movie", 1, "07   digits from noise"),
        (
            "09_conditional_gan",
            "09-57-eb7941",
            1 / 3,
            "09   the digit that you ask for, made thick, made slanted",
        ),
        ("14_style_gan", "14-movie", 1, "14   a digit and its colour, level by level"),
        ("15b_unpaired_translation", "15b-28-movie", 1, "15b   faces given a warm look, or a cold one"),
    ),
    (
        ("15_image_to_image", "15-31-movie", 1, "15   outlines, coloured"),
        ("16_colour_images", "16-movie", 1, "16   faces of 128 x 128 pixels"),
        ("17_text_and_audio_gans", "17-movie", 0.9, "17   eight notes, seen by their frequencies"),
    ),
)
PAGES = {page for parts in PARTS for page, *_ in parts}


def frame(page: str, cell: str, where: float) -> Image.Image:
    """Return one frame of the movie that a cell stored.

    Raises
    ------
    LookupError
        If the page has no such cell, or the cell stored no movie.
    """
    cells = json.loads((NOTEBOOKS / f"{page}.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [json.dumps(c.get("outputs")) for c in cells if c["id"] == cell]
    movies = re.findall(r"data:image/gif;base64,([A-Za-z0-9+/=]+)", "".join(outputs))
    if not movies:
        raise LookupError(f"Page {page} stores no movie in a cell {cell}: change PARTS in {__file__}.")
    with Image.open(io.BytesIO(base64.b64decode(movies[0]))) as movie:
        movie.seek(round(where * (movie.n_frames - 1)))
        return movie.convert("RGB")


def picture() -> Image.Image:
    """Return the whole picture, on white."""
    import matplotlib as mpl  # for the font that it carries

    font = ImageFont.truetype(f"{mpl.get_data_path()}/fonts/ttf/DejaVuSans.ttf", 12)
    columns = []
    for parts in PARTS:
        shown = []
        for page, cell, where, caption in parts:
            image = frame(page, cell, where)
            height = round(image.height * WIDTH / image.width)
            shown.append((image.resize((WIDTH, height), Image.Resampling.LANCZOS), caption))
        columns.append(shown)
    heights = [sum(image.height + LINE + GAP for image, _ in shown) for shown in columns]
    whole = Image.new("RGB", (len(columns) * (WIDTH + GAP) + GAP, max(heights) + GAP), "white")
    pen = ImageDraw.Draw(whole)
    for number, shown in enumerate(columns):
        left, top = GAP + number * (WIDTH + GAP), GAP
        spare = (max(heights) - heights[number]) // max(1, len(shown) - 1)
        for image, caption in shown:
            pen.text((left, top), caption, "#222222", font)
            whole.paste(image, (left, top + LINE))
            top += image.height + LINE + GAP + spare
    few = whole.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    levels = few.getpalette()
    for first in range(0, len(levels), 3):
        if min(levels[first : first + 3]) > 245:
            levels[first : first + 3] = (255, 255, 255)  # white stays white, on a white page
    few.putpalette(levels)
    return few


def main() -> None:
    """Write the picture, if it changed."""
    data = io.BytesIO()
    picture().save(data, "PNG", optimize=True)
    if not TARGET.exists() or TARGET.read_bytes() != data.getvalue():
        TARGET.write_bytes(data.getvalue())
        print("wrote", TARGET.name)


if __name__ == "__main__":
    main()
