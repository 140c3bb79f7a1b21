"""Diagrams of page 12: a picture taken apart, the chain that draws coarse to fine, one level's game."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

ADDITION = "#CC79A7"  # no colour of a network or of data


def _face() -> np.ndarray:
    """Return a small face on white, 32 x 32 pixels: round head, two eyes, a mouth."""
    row, column = np.mgrid[:32, :32] - 15.5
    image = np.where(row**2 + column**2 < 228, 0.2, 1.0)
    image[9:13, 10:12] = image[9:13, 20:22] = -1
    image[21:23, 10:22] = -1
    image[19:21, 8:10] = image[19:21, 22:24] = -1
    return image


def _shrink(image: np.ndarray) -> np.ndarray:
    half = len(image) // 2
    return image.reshape(half, 2, half, 2).mean(axis=(1, 3))


def _enlarge(image: np.ndarray) -> np.ndarray:
    return image.repeat(2, axis=0).repeat(2, axis=1)


def pyramid() -> Diagram:
    """Draw a picture that is shrunk twice, and the addition that each shrinking loses."""
    alt = "A picture is shrunk twice; what each shrinking loses is kept as an addition."
    d = Diagram(900, 350, alt)
    fine = _face()
    middle = _shrink(fine)
    coarse = _shrink(middle)
    side, top = 128, 40
    places = (44, 394, 744)
    for x, image, words in zip(places, (fine, middle, coarse), ("32 x 32", "16 x 16", "8 x 8"), strict=True):
        d.pixels(x, top, side, image)
        d.text(x + side / 2, top - 20, words, bold=True)
    for x, large, small, words in (
        (places[0], fine, middle, "addition, 32 x 32"),
        (places[1], middle, coarse, "addition, 16 x 16"),
    ):
        right = x + 350
        d.arrow([(x + side + 10, top + 40), (right - 10, top + 40)])
        d.text((x + side + right) / 2, top + 24, "shrink: mean of 2 x 2 pixels", size=12)
        d.arrow([(right - 10, top + 88), (x + side + 10, top + 88)], PALE)
        d.text((x + side + right) / 2, top + 104, "enlarge: each pixel four times", size=12)
        d.pixels(x + 128, 212, 96, np.clip(large - _enlarge(small), -1, 1))
        d.box(x + 124, 208, 104, 104, colour=ADDITION)
        d.text(x + 176, 330, words, size=13)
        d.text(x + 54, 240, "minus the\nenlarged", anchor="end", size=12)
        d.arrow([(x + side / 2, top + side + 8), (x + side / 2, 260), (x + 120, 260)], ADDITION)
    d.text(800, 232, "kept: 8 x 8\nand two additions", bold=True)
    d.text(800, 276, "64 + 256 + 1,024 pixels", size=13)
    return d


def chain() -> Diagram:
    """Draw three generators in a row: the first draws 8 x 8, each later one adds to the enlarged picture."""
    alt = "Noise gives 8 x 8 pixels; twice they are enlarged, and a generator adds detail from noise."
    d = Diagram(900, 290, alt)
    middle = 168
    d.box(14, 22, 84, 40, "noise")
    d.network(14, 126, 84, 84, "G 8", G_COLOUR, widens=True)
    d.arrow([(56, 66), (56, 130)])
    d.box(136, 144, 48, 48, "8 x 8", colour=FAKE_COLOUR, size=12)
    d.arrow([(102, middle), (132, middle)], G_COLOUR)
    for left, size, side in ((184, 16, 66), (524, 32, 92)):
        d.arrow([(left + 4, middle), (left + 86, middle)], FAKE_COLOUR)
        d.text(left + 42, middle + 18, "enlarge", size=12)
        d.dot(left + 104, middle, FAKE_COLOUR, radius=6)
        d.box(left + 62, 22, 84, 40, "noise")
        d.network(left + 134, 70, 84, 62, f"G {size}", G_COLOUR, widens=True)
        d.arrow([(left + 104, 66), (left + 104, 86), (left + 130, 86)])
        d.arrow([(left + 104, middle - 8), (left + 104, 112), (left + 130, 112)], FAKE_COLOUR)
        d.arrow([(left + 112, middle), (left + 234, middle)], FAKE_COLOUR)
        d.arrow([(left + 222, 101), (left + 250, 101), (left + 250, middle - 18)], ADDITION)
        d.text(left + 254, 84, "addition", colour=ADDITION, size=13)
        d.dot(left + 250, middle, ADDITION, radius=13)
        d.text(left + 250, middle, "+", colour="#ffffff", size=20, bold=True)
        if size == 16:
            d.arrow([(left + 266, middle), (left + 274, middle)], FAKE_COLOUR)
            d.box(left + 278, middle - side / 2, side, side, f"{size} x {size}", colour=FAKE_COLOUR, size=13)
        else:
            d.arrow([(left + 266, middle), (left + 274, middle)], FAKE_COLOUR)
            d.box(left + 278, middle - side / 2, side, side, f"{size} x {size}", colour=FAKE_COLOUR)
    d.text(
        450,
        266,
        "coarse first, then one addition after another; each generator has noise of its own",
        size=13,
    )
    return d


def level() -> Diagram:
    """Draw the game of one level: a conditional GAN whose condition is the enlarged coarse picture."""
    alt = "A level's game: generator and discriminator are both given the enlarged coarse picture."
    d = Diagram(900, 350, alt)
    fine = _face()
    coarse = _enlarge(_shrink(fine))
    drawn = coarse.copy()
    drawn[10:13, 10:12] = drawn[10:13, 20:22] = -0.8
    drawn[22, 9:23] = -1
    d.box(20, 40, 108, 50, "noise\n32 x 32")
    d.pixels(26, 150, 96, coarse)
    d.text(76, 264, "real coarse picture,\nenlarged", size=13)
    d.network(196, 58, 120, 110, "generator", G_COLOUR, widens=True)
    d.arrow([(132, 66), (160, 66), (160, 96), (190, 96)])
    d.arrow([(126, 186), (160, 186), (160, 130), (190, 130)], REAL_COLOUR)
    d.arrow([(320, 113), (354, 113)], ADDITION)
    d.text(370, 84, "addition", colour=ADDITION, size=13)
    d.dot(370, 113, ADDITION, radius=13)
    d.text(370, 113, "+", colour="#ffffff", size=20, bold=True)
    d.arrow([(126, 220), (370, 220), (370, 131)], REAL_COLOUR)
    d.arrow([(386, 113), (426, 113)], FAKE_COLOUR)
    d.pixels(432, 66, 96, drawn)
    d.text(480, 48, "fake", colour=FAKE_COLOUR, bold=True)
    d.pixels(432, 206, 96, fine)
    d.text(480, 188, "real", colour=REAL_COLOUR, bold=True)
    d.network(606, 102, 136, 140, "discriminator", D_COLOUR, widens=False)
    d.arrow([(532, 114), (562, 114), (562, 148), (600, 148)], FAKE_COLOUR)
    d.arrow([(532, 256), (562, 256), (562, 198), (600, 198)], REAL_COLOUR)
    d.arrow([(76, 290), (76, 326), (674, 326), (674, 232)], PALE)
    d.text(375, 340, "the same coarse picture goes to the discriminator", colour=INK, size=13)
    d.box(800, 144, 84, 56, "logit a")
    d.arrow([(746, 172), (794, 172)], D_COLOUR)
    d.text(842, 228, "real detail for\nthis picture?", size=13, italic=True)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "12_pyramid": pyramid,
    "12_chain": chain,
    "12_level": level,
}
