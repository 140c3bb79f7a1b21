"""Diagrams of page 13: the game of super-resolution, its generator, the shuffle, and a blurred mean."""

import itertools
from collections.abc import Callable

from helpers import data
from helpers.images import shrink

import numpy as np

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

EYE = "#CC79A7"  # no colour of a player or of data
FOUR = (G_COLOUR, D_COLOUR, REAL_COLOUR, EYE)
SHOWN = "Soccer ball"  # black and white, so a grey picture of it is true


def _ball(size: int) -> np.ndarray:
    """Return a held-out emoji as a grey image, (size, size) in [-1, 1]."""
    images, record = data.load_emoji("test", 64)
    return shrink(images[record.name == SHOWN][:1], size)[0].mean(axis=-1)


def _picture(d: Diagram, x: float, y: float, image: np.ndarray) -> None:
    """Draw an image of pixels of 4 by 4 in three greys, its dark and its middle runs alone."""
    greys = np.select([image < 0.0, image < 0.7], [0, 1], 2)
    for row, line in enumerate(greys):
        ends = [0, *(np.flatnonzero(np.diff(line)) + 1), len(line)]
        for start, end in itertools.pairwise(ends):
            if line[start] < 2:
                place = y + 4 * row + 2
                d.curve([x + 4 * start, x + 4 * end], [place, place], ("#333", "#999")[line[start]], width=4)


def _rough(image: np.ndarray) -> np.ndarray:
    """Return the mean of each pixel and its neighbours: it stands for an image that is not yet right."""
    wide = np.pad(image, 1, mode="edge")
    count = len(image)
    return sum(wide[i : i + count, j : j + count] for i in range(3) for j in range(3)) / 9


def game() -> Diagram:
    """Draw the game: a small image, the generator, and the three judges of its large one."""
    alt = "A small emoji is enlarged by the generator; pixels, a classifier and a discriminator judge it."
    d = Diagram(900, 390, alt)
    d.pixels(22, 76, 64, _ball(16))
    d.text(54, 58, "small image", bold=True)
    d.text(54, 156, "16 x 16", size=13)
    d.network(118, 54, 124, 108, "generator", G_COLOUR, widens=True)
    d.arrow([(88, 108), (114, 108)])
    _picture(d, 284, 44, _rough(_ball(32)))
    d.text(348, 26, "fake, 64 x 64", colour=FAKE_COLOUR, bold=True)
    d.arrow([(246, 108), (280, 108)], G_COLOUR)
    _picture(d, 284, 222, _ball(32))
    d.text(348, 204, "real, 64 x 64", colour=REAL_COLOUR, bold=True)
    d.arrow([(280, 286), (54, 286), (54, 172)], PALE, dashed=True)
    d.text(166, 304, "shrunk: mean of 4 x 4 pixels", size=12)
    for y, words, colour in ((36, "same pixels?", INK), (146, "same features?", EYE)):
        d.box(520, y, 132, 76, words, colour)
    d.text(586, 204, "(classifier, held)", size=12)
    d.network(520, 252, 132, 92, "discriminator", D_COLOUR, widens=False)
    d.text(586, 352, "(sees the small image, too)", size=12)
    d.curve([416, 450], [108, 108], FAKE_COLOUR)
    d.curve([450, 450], [56, 282], FAKE_COLOUR)
    d.curve([416, 480], [286, 286], REAL_COLOUR)
    d.curve([480, 480], [92, 312], REAL_COLOUR)
    for y in (56, 166, 282):
        d.arrow([(450, y), (516, y)], FAKE_COLOUR)
    for y in (92, 202, 312):
        d.arrow([(480, y), (516, y)], REAL_COLOUR)
    for y, words, colour in (
        (74, "pixel loss", INK),
        (184, "content loss", EYE),
        (298, "adversarial loss", D_COLOUR),
    ):
        d.arrow([(656, y), (700, y)], colour)
        d.box(704, y - 20, 124, 40, words, colour, size=13)
        d.curve([832, 862], [y, y], G_COLOUR, dashed=True)
    d.arrow([(862, 298), (862, 12), (180, 12), (180, 66)], G_COLOUR, dashed=True)
    d.text(640, 378, "the generator follows the weighted sum of all three", colour=G_COLOUR, size=13)
    return d


def generator() -> Diagram:
    """Draw the generator: convolution, residual blocks, two doublings, and the bicubic way around."""
    alt = "The generator: six blocks with detours at 16 x 16, two doublings, plus the bicubic enlargement."
    d = Diagram(900, 300, alt)
    middle, colour = 150.0, G_COLOUR
    d.pixels(18, middle - 32, 64, _ball(16))
    d.text(50, middle + 48, "16 x 16 x 3", size=12)
    d.arrow([(82, middle), (108, middle)], colour)
    d.box(112, middle - 30, 60, 60, "conv\n3 x 3", colour, size=13)
    for number, left in enumerate((206, 316, 444)):
        d.arrow([(left - (34, 24, 26)[number], middle), (left - 4, middle)], colour)
        d.box(left, middle - 30, 58, 60, "conv\nReLU\nconv", colour, size=12)
        d.arrow([(left - 16, middle), (left - 16, middle - 56), (left + 74, middle - 56)], PALE, head=False)
        d.arrow([(left + 74, middle - 56), (left + 74, middle - 11)], PALE)
        d.curve([left + 58, left + 66], [middle, middle], colour)
        d.text(left + 74, middle, "+", size=18, bold=True)
    d.text(407, middle, "...", size=15, bold=True)
    d.text(352, middle + 54, "six residual blocks, 16 x 16 x 48", size=13)
    d.arrow([(528, middle), (552, middle)], colour)
    for left, words in ((556, "32 x 32"), (664, "64 x 64")):
        d.box(left, middle - 30, 78, 60, "conv\nshuffle x 2", colour, size=12)
        d.text(left + 39, middle + 54, words, size=13)
    d.arrow([(638, middle), (660, middle)], colour)
    d.arrow([(746, middle), (764, middle)], colour)
    d.box(768, middle - 30, 46, 60, "conv", colour, size=13)
    d.curve([814, 832], [middle, middle], colour)
    d.text(842, middle, "+", size=20, bold=True)
    d.arrow([(852, middle), (876, middle)], colour)
    d.arrow([(50, middle + 60), (50, 252), (842, 252), (842, middle + 16)], INK)
    d.text(446, 238, "bicubic enlargement, 64 x 64 x 3: no weights", size=13)
    d.text(446, 276, "the network adds only what it misses", size=13, italic=True)
    d.text(446, 40, "each block adds a correction to what it was given", size=13, italic=True)
    return d


def shuffle() -> Diagram:
    """Draw how four channels of 3 x 3 pixels become one channel of 6 x 6."""
    alt = "Four channels are interleaved: each square of 2 x 2 pixels takes one pixel from each channel."
    d = Diagram(900, 262, alt)
    side, letters = 30, "abcd"
    for channel, (colour, letter) in enumerate(zip(FOUR, letters, strict=True)):
        left = 34 + 112 * channel
        for row in range(3):
            for column in range(3):
                d.box(left + side * column, 84 + side * row, side - 3, side - 3, letter, colour, size=12)
        d.text(left + 44, 64, f"channel {channel}", size=13)
    d.text(246, 206, "3 x 3 pixels, 4 channels: what a convolution computes", size=13)
    d.arrow([(494, 128), (566, 128)], G_COLOUR)
    d.text(530, 104, "shuffle", colour=G_COLOUR, bold=True)
    for row in range(6):
        for column in range(6):
            which = 2 * (row % 2) + column % 2
            place = (614 + side * column, 32 + side * row)
            d.box(*place, side - 3, side - 3, letters[which], FOUR[which], size=12)
    d.text(702, 234, "6 x 6 pixels, 1 channel", size=13)
    return d


def _row(d: Diagram, x: float, y: float, shades: list[int], colour: str, width: float = 18) -> None:
    """Draw a row of pixels, each as dark as its number says, from 0 to 4."""
    for number, shade in enumerate(shades):
        d.box(x + (width + 3) * number, y, width, 32, colour=colour)
        for _ in range(3 * shade):
            d.box(x + (width + 3) * number, y, width, 32, colour=INK)


def mean() -> Diagram:
    """Draw four thin lines that fit one small image, their mean, and the one that a generator may choose."""
    alt = "Four thin lines fit one small image. Their mean is a broad grey band; a generator picks one line."
    d = Diagram(900, 286, alt)
    d.text(116, 36, "small image", bold=True)
    _row(d, 14 + 2, 124, [0, 1, 0], INK, width=63)
    d.text(116, 182, "one pixel is a quarter dark", size=13)
    d.text(408, 36, "four large images shrink to it", bold=True)
    for row in range(4):
        _row(d, 283, 60 + 50 * row, [4 if place == 4 + row else 0 for place in range(12)], REAL_COLOUR)
        d.arrow([(222, 140), (248, 140), (248, 76 + 50 * row), (276, 76 + 50 * row)], PALE)
    d.text(752, 36, "the mean of the four", bold=True)
    _row(d, 627, 60, [1 if 4 <= place < 8 else 0 for place in range(12)], INK)
    d.text(752, 112, "least squared error, and blurred", size=13)
    d.text(752, 186, "one of the four", bold=True)
    _row(d, 627, 204, [4 if place == 5 else 0 for place in range(12)], FAKE_COLOUR)
    d.text(752, 256, "sharp; twice the squared error", size=13)
    d.arrow([(538, 150), (572, 150), (572, 76), (620, 76)], INK)
    d.text(582, 62, "pixel loss", size=12)
    d.arrow([(572, 150), (572, 220), (620, 220)], D_COLOUR)
    d.text(574, 240, "adversary", colour=D_COLOUR, size=12)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "13_game": game,
    "13_generator": generator,
    "13_shuffle": shuffle,
    "13_mean": mean,
}
