"""Diagrams of page 16: the generators and the discriminators of both pairs, drawn to one scale."""

import itertools
from collections.abc import Callable, Sequence

from notebooks.figures.svg import D_COLOUR, G_COLOUR, INK, PALE, Diagram

LINEAR = "#CC79A7"  # no colour of a player or of data
SIDE, DEPTH = 0.56, 1 / 15  # screen pixels for a pixel of an image, and for a channel


def _blocks(
    d: Diagram, x: float, middle: float, layers: Sequence[tuple[int, int]], gap: float, colour: str
) -> list[tuple[float, float]]:
    """Draw outputs of layers, (size, channels) each, left to right; return where each begins and ends."""
    places = []
    for size, channels in layers:
        side, depth = SIDE * size, max(2.0, DEPTH * channels)
        d.block(x, middle - side / 2 + depth / 4, side, depth, colour=colour)
        right = x + side + depth / 2
        places.append((x, right))
        x = right + gap
    for (_, right), (left, _) in itertools.pairwise(places):
        d.arrow([(right + 2, middle), (left - 2, middle)], PALE)
    return places


def _words(d: Diagram, places: list[tuple[float, float]], y: float, names: Sequence[str]) -> None:
    for (left, right), name in zip(places, names, strict=True):
        if name:
            d.text((left + right) / 2, y, name, size=12)


def _stretch(d: Diagram, left: float, right: float, y: float, words: str, colour: str = LINEAR) -> None:
    """Draw a bracket with words below."""
    d.curve([left, left, right, right], [y - 8, y, y, y - 8], colour)
    d.text((left + right) / 2, y + 18, words, colour=colour, size=13)


def generators() -> Diagram:
    """Draw both generators: down and up again, and up alone."""
    alt = "The published generator goes from 128 down to 16 and up again; the lean one starts at 4 x 4."
    d = Diagram(900, 430, alt)
    d.text(16, 24, "published generator: 26.8 million weights", anchor="start", bold=True)
    middle = 116
    down = [(128, 3), (128, 128), (64, 128), (64, 256), (32, 256), (32, 512), (16, 512)]
    up = [(16, 512), (32, 512), (32, 256), (64, 256), (128, 128), (128, 128), (128, 3)]
    d.text(27, middle, "128", size=13)
    d.text(27, middle + 18, "numbers", size=10)
    places = _blocks(d, 54, middle, down + up, 9, G_COLOUR)
    for number in (0, 2, 4, 6, 9, 13):
        left, right = places[number]
        size = (down + up)[number][0]
        d.text((left + right) / 2, middle + SIDE * size / 2 + 16, f"{size}", size=12)
    _stretch(d, places[0][0], places[2][1], 196, "linear")
    _stretch(d, places[8][0], places[13][1], 196, "linear, up to the last tanh: half of all the work")
    d.text((places[4][0] + places[6][1]) / 2, 194, "encoder of what?", size=13, italic=True)
    d.curve([16, 884], [236, 236], PALE, dashed=True)
    d.text(
        16,
        258,
        "lean generator: it begins at 4 x 4, with fewer channels as sizes grow",
        anchor="start",
        bold=True,
    )
    middle = 340
    lean = [(4, 192), (8, 96), (16, 64), (32, 32), (64, 16), (128, 3)]
    d.text(66, middle, "128", size=13)
    d.text(66, middle + 18, "numbers", size=10)
    places = _blocks(d, 120, middle, lean, 94, G_COLOUR)
    names = [f"{size} x {size}\n{channels} channels" for size, channels in lean]
    _words(d, places, 404, names)
    d.arrow([(94, middle), (114, middle)], PALE)
    for (_, right), (left, _) in itertools.pairwise(places):
        d.text((right + left) / 2, middle - 14, "x 2", colour=INK, size=12)
    return d


def discriminators() -> Diagram:
    """Draw both discriminators."""
    alt = (
        "Published: five strided convolutions from 128 to 512 channels. Lean: one long step to 32 x 32 first."
    )
    d = Diagram(900, 210, alt)
    for x, words, first, layers in (
        (20, "published discriminator", 72, [(64, 128), (32, 128), (16, 256), (8, 256), (4, 512)]),
        (520, "lean discriminator", 72, [(32, 32), (16, 64), (8, 96), (4, 128)]),
    ):
        middle = 112
        d.text(x, 24, words, anchor="start", bold=True)
        d.box(x, middle - first / 2, first, first, "128 x 128", size=12)
        d.arrow([(x + first + 4, middle), (x + first + 26, middle)], PALE)
        places = _blocks(d, x + first + 30, middle, layers, 26, D_COLOUR)
        _words(d, places, 182, [f"{size}\n({channels})" for size, channels in layers])
        right = places[-1][1]
        d.arrow([(right + 4, middle), (right + 24, middle)], PALE)
        d.text(right + 44, middle, "logit", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "16_generators": generators,
    "16_discriminators": discriminators,
}
