"""Diagrams of page 15: a drawing filled and judged in pairs, and the U-Net."""

from collections.abc import Callable

from helpers.widgets.draw_an_outline import ring

import numpy as np

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram


def _drawing() -> np.ndarray:
    """Return the outline of a face on 16 x 16 squares: lines -1, paper 1."""
    image = np.ones((16, 16))
    image[1:15, 1:15][ring(14, 14)] = -1
    image[5:7, 5] = image[5:7, 10] = image[10, 5:11] = -1
    return image


def _face(d: Diagram, x: float, y: float, side: float, skin: str) -> None:
    """Draw a filled face in a white frame whose upper left corner is (x, y)."""
    unit = side / 16
    d.box(x, y, side, side, colour=PALE)
    d.dot(x + 8 * unit, y + 8 * unit, skin, radius=7 * unit)
    for left in (5.5, 10.5):
        d.dot(x + left * unit, y + 6 * unit, "#5b3a10", radius=0.9 * unit)
    d.curve([x + 5 * unit, x + 11 * unit], [y + 10.5 * unit] * 2, "#5b3a10", width=3)


def pairs() -> Diagram:
    """Draw Pix2Pix: outline, generator, filled and true picture, L1 between them, discriminator, patches."""
    alt = "An outline is filled by a U-Net; L1 compares with the true picture, D judges pairs in patches."
    d = Diagram(900, 370, alt)
    d.box(22, 74, 96, 96, colour=PALE)
    d.pixels(24, 76, 92, _drawing())
    d.text(70, 56, "outline x", bold=True)
    d.network(170, 70, 124, 104, "generator\n(U-Net)", G_COLOUR, widens=True)
    d.arrow([(120, 122), (164, 122)])
    _face(d, 350, 76, 92, "#f2bd3a")
    d.text(396, 56, "filled G(x)", colour=FAKE_COLOUR, bold=True)
    d.arrow([(298, 122), (344, 122)], G_COLOUR)
    _face(d, 350, 218, 92, "#fcd03f")
    d.text(396, 328, "true y", colour=REAL_COLOUR, bold=True)
    d.arrow([(396, 214), (396, 174)], G_COLOUR, dashed=True)
    d.text(310, 194, "L1: |y - G(x)|", colour=G_COLOUR)
    d.network(580, 104, 140, 150, "discriminator", D_COLOUR, widens=False)
    d.arrow([(446, 122), (520, 122), (520, 154), (574, 154)], FAKE_COLOUR)
    d.arrow([(446, 264), (520, 264), (520, 204), (574, 204)], REAL_COLOUR)
    d.arrow([(70, 172), (70, 350), (650, 350), (650, 242)], INK)
    d.text(250, 336, "the same outline goes with both", size=13)
    for row in range(4):
        for column in range(4):
            d.box(776 + 25 * column, 128 + 25 * row, 23, 23, colour=D_COLOUR)
    d.arrow([(724, 178), (770, 178)], D_COLOUR)
    d.text(826, 112, "16 x 16 logits", bold=True)
    d.text(826, 252, "each: is this patch\nreal, and of\nthis outline?", size=12)
    return d


def unet() -> Diagram:
    """Draw the U-Net: sizes on the way down and up, and a skip connection at each size."""
    alt = "A U of blocks from 64 down to 4 pixels and back up, with skip connections across."
    d = Diagram(900, 380, alt)
    left = [(30, 34, 74, 5, 1), (150, 112, 58, 14, 24), (250, 184, 44, 22, 48), (335, 246, 32, 34, 96)]
    for number, (x, y, side, depth, channels) in enumerate(left):
        size, last = 64 >> number, channels if number else 3
        mirror = 880 - x - side - depth / 2
        for place, words in ((x, channels), (mirror, last)):
            d.block(place, y, side, depth, colour=G_COLOUR)
            d.text(place + side / 2, y + side + 14, f"{size} x {size} x {words}", size=11)
        if number:
            start, end = x + side + depth / 2 + 10, mirror - 10
            d.arrow([(start, y + side / 2 - 4), (end, y + side / 2 - 4)], PALE, dashed=True)
    d.block(432, 296, 22, 34, colour=G_COLOUR)
    d.text(446, 336, "4 x 4 x 96", size=11)
    d.text(446, 364, "what is it?", size=13, italic=True)
    d.text(446, 88, "skip connections: where is each line?", size=13, italic=True)
    for a, b in (((112, 84), (144, 112)), ((222, 158), (246, 182)), ((314, 220), (334, 242))):
        d.arrow([a, b], G_COLOUR)
        d.arrow([(880 - b[0], b[1]), (880 - a[0], a[1])], G_COLOUR)
    d.arrow([(390, 284), (426, 306)], G_COLOUR)
    d.arrow([(478, 298), (498, 266)], G_COLOUR)
    d.text(67, 146, "outline", bold=True)
    d.text(812, 146, "picture", bold=True)
    d.text(176, 262, "halve and halve:\nstrided convolutions", size=12)
    d.text(716, 262, "double and double:\ntransposed convolutions", size=12)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"15_pairs": pairs, "15_unet": unet}
