"""Diagrams of page 09b: the descent on the noise, what a generator can reach, and InfoGAN's code."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

CODE = "#CC79A7"  # no colour of a network or of data


def _seven(bar: bool) -> np.ndarray:
    """Return a 7 as a pen draws it, with a bar across or without, 14 x 14 pixels."""
    image = -np.ones((14, 14))
    image[3, 3:11] = image[2, 3:11] = 1
    for row in range(4, 12):
        column = 10 - (row - 3) * 5 // 8
        image[row, column - 1 : column + 1] = 1
    if bar:
        image[7, 5:11] = 1
    return image


def inversion() -> Diagram:
    """Draw the descent: noise and label to the held generator, its drawing, the error, and the way back."""
    alt = "Noise and label go into a held generator; the error of its drawing goes back and moves the noise."
    d = Diagram(900, 320, alt)
    d.box(24, 62, 118, 60, "noise z\n24 numbers", colour=G_COLOUR)
    d.box(24, 168, 118, 50, "label y\n7", colour=CODE)
    d.network(222, 58, 150, 116, "generator", G_COLOUR, widens=True, held=True)
    d.text(297, 192, "its weights stay", size=13)
    d.arrow([(146, 92), (216, 92)])
    d.arrow([(146, 192), (182, 192), (182, 140), (216, 140)], CODE)
    d.pixels(446, 68, 92, _seven(bar=False))
    d.text(492, 48, "its drawing", colour=FAKE_COLOUR, bold=True)
    d.arrow([(376, 114), (440, 114)], G_COLOUR)
    d.pixels(446, 206, 92, _seven(bar=True))
    d.text(492, 186, "your drawing", colour=REAL_COLOUR, bold=True)
    d.box(660, 130, 150, 64, "error:\nhow far apart?")
    d.arrow([(542, 114), (600, 114), (600, 150), (654, 150)], FAKE_COLOUR)
    d.arrow([(542, 252), (600, 252), (600, 176), (654, 176)], REAL_COLOUR)
    d.arrow([(736, 126), (736, 22), (82, 22), (82, 56)], G_COLOUR, dashed=True)
    d.text(640, 38, "the gradient of the error", colour=G_COLOUR, size=13)
    d.text(130, 40, "only the noise moves", colour=G_COLOUR, size=13, anchor="start")
    d.text(736, 222, "repeat 100 times", size=13, italic=True)
    return d


def reach() -> Diagram:
    """Draw all that a generator can draw as a line among images, a digit near it, a letter far off."""
    alt = "A winding line, all drawings of a generator: a digit lies near it, a letter far from it."
    d = Diagram(900, 340, alt)
    xs = np.linspace(60, 800, 160)

    def line(x: np.ndarray | float) -> np.ndarray:
        return 190 + 62 * np.sin((x - 60) / 92)

    d.curve(xs, line(xs), G_COLOUR, width=4)
    d.text(806, float(line(800.0)) + 34, "all that G\ncan draw", colour=G_COLOUR, bold=True, size=13)
    near, far = (340.0, 172.0), (590.0, 44.0)
    for point, dashed in ((near, False), (far, True)):
        at = np.argmin((xs - point[0]) ** 2 + (line(xs) - point[1]) ** 2)
        foot = float(xs[at]), float(line(xs[at]))
        d.arrow([point, foot], dashed=dashed, head=False)
        d.dot(*foot, FAKE_COLOUR, radius=6)
        d.dot(*point, REAL_COLOUR, radius=6)
    d.pixels(258, 92, 62, digit(7, 1))
    d.text(289, 74, "a digit: small error", size=13)
    d.text(far[0] + 16, far[1], "no digit: even the nearest drawing is far", size=13, anchor="start")
    path = np.linspace(84, 318, 40)
    d.arrow([(float(x), float(line(x)) + 18) for x in path], INK)
    d.dot(84, float(line(84.0)), PALE, radius=6)
    d.text(84, 176, "start", size=13)
    d.text(214, 296, "the descent walks along the line, towards the digit", size=13)
    return d


def infogan() -> Diagram:
    """Draw InfoGAN: a code beside the noise, and a discriminator that reads it back."""
    alt = "A code and noise go into the generator; the discriminator judges real or fake, and reads the code."
    d = Diagram(900, 330, alt)
    d.box(24, 42, 124, 66, "code\nkind 0, 1 or 2\nslider -1 to 1", colour=CODE, size=13)
    d.box(24, 140, 124, 50, "noise\n20 numbers", size=13)
    d.network(214, 56, 130, 116, "generator", G_COLOUR, widens=True)
    d.arrow([(152, 76), (208, 90)], CODE)
    d.arrow([(152, 164), (208, 140)])
    d.box(398, 84, 96, 60, "fake face", colour=FAKE_COLOUR)
    d.box(398, 212, 96, 60, "real face", colour=REAL_COLOUR)
    d.arrow([(348, 114), (394, 114)], G_COLOUR)
    d.network(566, 78, 138, 128, "discriminator", D_COLOUR, widens=False)
    d.arrow([(498, 114), (560, 124)], FAKE_COLOUR)
    d.arrow([(498, 242), (530, 242), (530, 170), (560, 170)], REAL_COLOUR)
    d.box(760, 176, 118, 52, "logit:\nreal or fake?", D_COLOUR)
    d.box(760, 66, 118, 52, "answer:\nwhich code?", CODE)
    d.arrow([(708, 156), (756, 196)], D_COLOUR)
    d.arrow([(708, 128), (756, 98)], CODE)
    d.arrow([(819, 62), (819, 18), (86, 18), (86, 38)], CODE, dashed=True)
    d.text(450, 34, "information loss: is the answer the code that was given?", size=13, colour=INK)
    d.text(450, 306, "both networks lower it: G draws faces that show the code, D learns to see it", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "09b_inversion": inversion,
    "09b_reach": reach,
    "09b_infogan": infogan,
}
