"""Diagrams of page 09: a label into both networks, its two ways in, and directions in noise space."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

LABEL = "#CC79A7"  # no colour of a network or of data


def _drawn_seven() -> np.ndarray:
    """Return a 7 as no hand writes it, 14 x 14 pixels: it stands for a drawing of the generator."""
    image = -np.ones((14, 14))
    image[3, 3:11] = 0.6
    image[4, 3:11] = 1
    for row in range(5, 12):
        column = 10 - (row - 4) // 2
        image[row, column] = 1
        image[row, column - 1] = 0.2
    return image


def label() -> Diagram:
    """Draw a conditional GAN: noise, label, generator, drawn and real image, discriminator."""
    alt = "Noise and the label 7 go into the generator; its image, or a real 7, goes with the label into D."
    d = Diagram(900, 350, alt)
    d.box(20, 52, 104, 56, "noise z\n24 numbers")
    d.box(20, 160, 104, 56, "label y\n7", colour=LABEL)
    d.network(192, 46, 134, 104, "generator", G_COLOUR, widens=True)
    d.arrow([(128, 80), (186, 80)])
    d.arrow([(128, 188), (158, 188), (158, 118), (186, 118)], LABEL)
    d.pixels(386, 56, 84, _drawn_seven())
    d.text(428, 36, "fake image", colour=FAKE_COLOUR, bold=True)
    d.arrow([(330, 98), (380, 98)], G_COLOUR)
    d.pixels(386, 196, 84, digit(7))
    d.text(428, 176, "real image", colour=REAL_COLOUR, bold=True)
    d.network(590, 92, 140, 148, "discriminator", D_COLOUR, widens=False)
    d.arrow([(474, 98), (530, 98), (530, 140), (584, 140)], FAKE_COLOUR)
    d.arrow([(474, 238), (530, 238), (530, 192), (584, 192)], REAL_COLOUR)
    d.arrow([(72, 220), (72, 318), (660, 318), (660, 226)], LABEL)
    d.text(330, 334, "the same label for both images", colour=INK, size=13)
    d.box(796, 138, 84, 56, "logit a")
    d.arrow([(734, 166), (790, 166)], D_COLOUR)
    d.text(838, 220, "a real 7?", size=13, italic=True)
    return d


def _cells(
    d: Diagram, x: float, y: float, count: int, side: float, colour: str, filled: int | None = None
) -> None:
    """Draw a row of small squares, numbers of a vector; one may be filled."""
    for place in range(count):
        d.box(x + side * place, y, side - 2, side - 2, colour=colour)
        if place == filled:
            for _ in range(8):
                d.box(x + side * place, y, side - 2, side - 2, colour=colour)


def ways() -> Diagram:
    """Draw how the label enters: joined to the noise, and as a row of a table multiplied with features."""
    alt = (
        "The generator joins a one-hot vector to the noise; the discriminator multiplies features with row 7."
    )
    d = Diagram(900, 400, alt)
    d.text(20, 28, "generator: concatenate", colour=G_COLOUR, anchor="start", bold=True)
    _cells(d, 28, 70, 24, 11, INK)
    _cells(d, 292, 70, 10, 11, LABEL, filled=7)
    d.text(160, 56, "noise: 24 numbers", size=13)
    d.text(347, 56, "one-hot: 7", size=13)
    d.arrow([(215, 90), (215, 148)], G_COLOUR)
    d.text(
        228,
        118,
        "dense: each class adds its own row of weights",
        colour=G_COLOUR,
        anchor="start",
        size=12,
    )
    d.block(192, 184, 46, 60, colour=G_COLOUR)
    d.text(230, 250, "4 x 4 x 96", size=13)
    d.arrow([(215, 268), (215, 322)], G_COLOUR)
    d.text(215, 342, "on to 28 x 28, as in notebook 07", size=13)
    d.curve([575, 575], [20, 380], colour="#d0d7de", width=1)
    left = 595
    d.text(left, 28, "discriminator: project", colour=D_COLOUR, anchor="start", bold=True)
    _cells(d, left + 20, 70, 22, 11, D_COLOUR)
    d.text(left + 141, 56, "64 features h of the image", size=13)
    d.arrow([(left + 70, 90), (left + 70, 196)], D_COLOUR)
    d.arrow([(left + 212, 90), (left + 212, 196)], D_COLOUR)
    d.text(left + 262, 104, "ten rows", size=12)
    for row in range(10):
        y = 118 + 7 * row
        d.curve([left + 234, left + 290], [y, y], colour=LABEL, width=6 if row == 7 else 2)
    d.arrow([(left + 262, 188), (left + 262, 208)], LABEL)
    d.box(left + 10, 200, 120, 46, "w . h + b\ndigit at all?", size=13)
    d.box(left + 152, 212, 136, 46, "row 7 . h\na 7?", colour=LABEL, size=13)
    d.arrow([(left + 70, 250), (left + 70, 300), (left + 106, 300)], D_COLOUR)
    d.arrow([(left + 212, 262), (left + 212, 300), (left + 156, 300)], LABEL)
    d.text(left + 131, 300, "+", size=24, bold=True)
    d.arrow([(left + 131, 316), (left + 131, 342)], D_COLOUR)
    d.box(left + 85, 346, 92, 36, "logit a")
    return d


def _numbers(count: int) -> list[float]:
    """Return numbers between -1 and 1 that look drawn by lot, from whole numbers alone."""
    state, found = 12345, []
    for _ in range(count):
        total = 0
        for _ in range(3):
            state = (1103515245 * state + 12345) % 2147483648
            total += state // 65536 % 1000
        found.append(total / 1500 - 1)
    return found


def _seven(d: Diagram, x: float, y: float, width: float, lean: float) -> None:
    """Draw a 7 around (x, y) with a stroke of some width, leaning."""
    corners = [(-12, -18), (13, -18), (-3, 18)]
    d.curve([x + a - lean * b for a, b in corners], [y + b for _, b in corners], width=width)


def direction() -> Diagram:
    """Draw noise vectors as points, and two directions: one for the stroke, one for the slant."""
    alt = "A cloud of noise vectors; along one arrow a 7 gets thicker, along another it leans more."
    d = Diagram(900, 390, alt)
    x, y = 450.0, 200.0
    numbers = _numbers(240)
    for a, b in zip(numbers[::2], numbers[1::2], strict=True):
        d.dot(x + 330 * a, y + 150 * b, PALE, radius=2.5)
    d.arrow([(x - 270, y + 62), (x + 270, y - 62)], G_COLOUR, width=3)
    d.arrow([(x - 40, y + 134), (x + 40, y - 134)], LABEL, width=3)
    for t in (-2, 2):
        place = x + 150 * t, y - 34 * t
        _seven(d, *place, width=5 + 1.75 * t, lean=0.1)
        d.text(place[0], place[1] + 40, f"t = {t}", size=12)
        place = x + 26 * t, y - 78 * t
        _seven(d, place[0] + 20, place[1], width=4, lean=0.05 + 0.3 * t)
        d.text(place[0] + 62, place[1], f"t = {t}", size=12)
    d.dot(x, y, INK, radius=7)
    d.text(x + 14, y + 20, "z", bold=True, anchor="start")
    d.text(x + 205, y - 84, "u: thickness", colour=G_COLOUR, bold=True)
    d.text(x + 64, y - 98, "u: slant", bold=True, anchor="start")
    d.text(20, 24, "every point is a noise vector (two of its 24 numbers)", size=13, anchor="start")
    d.text(20, 370, "a step along u: from z to z + t u", size=13, anchor="start", italic=True)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "09_label": label,
    "09_ways": ways,
    "09_direction": direction,
}
