"""Diagrams of page 23: the shapes of four models, a flow learned by one step, and points that drift."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

OTHER = "#6f42c1"  # a network that is neither generator nor discriminator, as on page 01
TIMES = (0.0, 0.35, 0.7, 1.0)


def _noise(side: int = 7) -> np.ndarray:
    """Return a square of grey values without a pattern, the same on every computer."""
    rows, columns = np.mgrid[0:side, 0:side]
    return ((rows * rows * 7 + columns * 13 + rows * columns * 5 + columns * columns * 3) % 11) / 5 - 1


def _coarse(image: np.ndarray) -> np.ndarray:
    """Return an image of half the size, each pixel the mean of 2 x 2."""
    return image.reshape(7, 2, 7, 2).mean(axis=(1, 3))


def _picture(d: Diagram, x: float, middle: float, image: np.ndarray, colour: str, side: float = 58) -> None:
    d.box(x - 3, middle - side / 2 - 3, side + 6, side + 6, colour=colour)
    d.pixels(x, middle - side / 2, side, image)


def _gan(d: Diagram, y: float) -> None:
    d.box(144, y - 24, 90, 48, "noise\n24 numbers", size=13)
    d.arrow([(238, y), (268, y)])
    d.network(272, y - 34, 104, 68, "generator", G_COLOUR, widens=True)
    d.arrow([(380, y), (412, y)], FAKE_COLOUR)
    _picture(d, 420, y, (digit(3, 0) + digit(3, 1)) / 2, FAKE_COLOUR)
    _picture(d, 500, y, digit(7, 0), REAL_COLOUR)
    d.arrow([(566, y), (596, y)])
    d.network(600, y - 34, 124, 68, "discriminator", D_COLOUR, widens=False)
    d.arrow([(728, y), (758, y)])
    d.text(766, y, "real or fake?", anchor="start", size=13)


def _vae(d: Diagram, y: float) -> None:
    _picture(d, 150, y, digit(5, 1), REAL_COLOUR)
    d.arrow([(216, y), (244, y)], REAL_COLOUR)
    d.network(248, y - 34, 104, 68, "encoder", OTHER, widens=False)
    d.arrow([(356, y), (384, y)], OTHER)
    d.box(388, y - 34, 112, 68, "mean, spread\nand a draw:\n24 numbers", OTHER, size=13)
    d.arrow([(504, y), (532, y)])
    d.network(536, y - 34, 104, 68, "decoder", G_COLOUR, widens=True)
    d.arrow([(644, y), (674, y)], FAKE_COLOUR)
    _picture(d, 682, y, _coarse(digit(5, 1)), FAKE_COLOUR)
    d.text(766, y, "the same image?", anchor="start", size=13)


def _pixels(d: Diagram, y: float) -> None:
    image, row, column, unit = digit(2, 0).copy(), 7, 6, 58 / 14
    image[row, column:], image[row + 1 :] = -1, -1
    _picture(d, 150, y, image, FAKE_COLOUR)
    left, top = 150 + unit * column, y - 29 + unit * row
    d.curve([left, left + unit], [top + unit / 2] * 2, G_COLOUR, width=unit)
    d.text(236, y, "what is above\nand to the left", anchor="start", size=13)
    d.arrow([(344, y), (372, y)])
    d.network(376, y - 34, 104, 68, "network", G_COLOUR, widens=False)
    d.arrow([(484, y), (514, y)])
    for level, share in enumerate((40, 14, 6, 5, 7, 9, 16, 34)):
        x = 528 + 17 * level
        d.curve([x, x], [y + 26, y + 26 - share], G_COLOUR, width=11)
    d.curve([518, 660], [y + 27, y + 27], PALE, width=1.4)
    d.text(682, y, "the next pixel:\nhow likely is each\nof 8 grey levels?", anchor="start", size=13)


def _flow(d: Diagram, y: float) -> None:
    for number, t in enumerate(TIMES):
        x = 150 + 108 * number
        colour = REAL_COLOUR if t == 1 else INK if t == 0 else FAKE_COLOUR
        _picture(d, x, y, digit(4, 1) if t == 1 else (1 - t) * _noise() + t * _coarse(digit(4, 1)), colour)
        if t < 1:
            d.arrow([(x + 66, y), (x + 100, y)], G_COLOUR)
    d.text(179, y + 44, "time 0", size=12)
    d.text(503, y + 44, "time 1", size=12)
    # The network sees a picture on the way, never the finished one.
    d.arrow([(395, y - 34), (395, y - 43), (554, y - 43), (554, y), (572, y)], FAKE_COLOUR)
    d.network(576, y - 34, 90, 68, "network", G_COLOUR, widens=False)
    d.text(682, y, "which way is the\nimage, from here?", anchor="start", size=13)


def four() -> Diagram:
    """Draw what four models take in, and what each is asked."""
    alt = (
        "GAN: noise, generator; discriminator: real or fake? VAE: image, encoder, code, decoder: the same "
        "image? Pixel by pixel: what is above and left; the next pixel's grey level. Flow matching: from "
        "noise to image, which way?"
    )
    d = Diagram(900, 412, alt)
    names = ("GAN", "VAE", "pixel by\npixel", "flow\nmatching")
    for number, (name, draw) in enumerate(zip(names, (_gan, _vae, _pixels, _flow), strict=True)):
        y = 54 + 100 * number
        d.text(28, y, name, anchor="start", size=16, bold=True)
        draw(d, y)
        if number < 3:
            d.curve([20, 880], [y + 50, y + 50], PALE, width=0.8)
    return d


def one_step() -> Diagram:
    """Draw a pair of noise and image, what the one-step generator makes of the noise, and two judges."""
    alt = (
        "The trained flow turns noise into an image in many steps, a one-step generator the same noise at "
        "once. Its image is compared with the flow's, and perhaps shown to a discriminator."
    )
    d = Diagram(900, 286, alt)
    _picture(d, 30, 130, _noise(), INK)
    d.text(59, 180, "noise image", size=13)
    d.arrow([(98, 118), (140, 76), (160, 76)])
    for number in range(5):
        d.box(166 + 36 * number, 54, 28, 44, colour=G_COLOUR)
    d.text(252, 34, "the trained flow, 10 steps", size=13)
    d.arrow([(344, 76), (396, 76)])
    _picture(d, 406, 76, digit(8, 0), FAKE_COLOUR)
    d.text(435, 26, "wanted", size=13)
    d.arrow([(98, 142), (140, 196), (190, 196)])
    d.network(194, 162, 120, 68, "one step", G_COLOUR, widens=True)
    d.arrow([(318, 196), (396, 196)], FAKE_COLOUR)
    _picture(d, 406, 196, (digit(8, 0) + digit(8, 2)) / 2, FAKE_COLOUR)
    d.text(435, 246, "drawn", size=13)
    d.arrow([(474, 84), (540, 118)])
    d.arrow([(474, 186), (540, 146)])
    d.box(546, 104, 150, 56, "error of each pixel", G_COLOUR)
    d.text(710, 132, "without a discriminator", anchor="start", size=13)
    d.arrow([(474, 206), (560, 228)], FAKE_COLOUR)
    d.network(566, 196, 128, 68, "discriminator", D_COLOUR, widens=False)
    d.text(710, 230, "with one", anchor="start", size=13)
    return d


REAL_DOTS = ((150, 92), (168, 70), (188, 96), (172, 116), (150, 216), (178, 198), (170, 236), (196, 222))
DRAWN_DOTS = ((300, 120), (322, 146), (296, 158), (330, 112))


def drift() -> Diagram:
    """Draw points that real ones attract and drawn ones repel; then points that have found their place."""
    alt = (
        "Left: drawn points in a bunch between the real groups; real points attract one of them, drawn "
        "points repel it. Right: drawn points among real ones; both pulls cancel."
    )
    d = Diagram(900, 300, alt)
    d.text(225, 26, "early: real points attract, drawn ones repel", size=14, bold=True)
    for x, y in REAL_DOTS:
        d.dot(x, y, REAL_COLOUR, 6)
    for x, y in DRAWN_DOTS:
        d.dot(x, y, FAKE_COLOUR, 6)
    x, y = DRAWN_DOTS[2]
    d.arrow([(x, y), (218, 134)], REAL_COLOUR, width=2.6)
    d.arrow([(x, y), (268, 176)], FAKE_COLOUR, width=2.6)
    d.text(236, 118, "attracts", colour=REAL_COLOUR, size=13)
    d.text(276, 192, "repels", colour=FAKE_COLOUR, size=13)
    d.curve([450, 450], [20, 280], PALE, width=1)
    d.text(675, 26, "at the end: both pulls cancel", size=14, bold=True)
    for x, y in REAL_DOTS:
        d.dot(x + 500, y, REAL_COLOUR, 6)
        d.dot(x + 511, y + 9, FAKE_COLOUR, 6)
    d.dot(40, 276, REAL_COLOUR, 6)
    d.text(54, 276, "real", anchor="start", size=13)
    d.dot(110, 276, FAKE_COLOUR, 6)
    d.text(124, 276, "drawn", anchor="start", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "23_four": four,
    "23_one_step": one_step,
    "23_drift": drift,
}
