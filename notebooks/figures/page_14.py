"""Diagrams of page 14: where noise enters, a network that grows, the styled convolution, and a mixture."""

from collections.abc import Callable

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

STYLE = "#CC79A7"  # no colour of a player or of data
SIDES = (7, 14, 28)


def _levels(d: Diagram, left: float, middle: float, gap: float) -> list[float]:
    """Draw three levels as stacks, coarse to fine, with arrows between them; return where each begins."""
    starts = []
    for side in SIDES:
        wide = 28 + 1.6 * side
        starts.append(left)
        d.block(left, middle - wide / 2, wide, 12, colour=G_COLOUR)
        d.text(left + wide / 2, middle, f"{side} x {side}", size=12)
        d.arrow([(left + wide + 6, middle), (left + wide + gap, middle)], G_COLOUR)
        left += wide + gap + 3
    return [*starts, left]


def levels() -> Diagram:
    """Draw a DCGAN's generator, into which noise enters once, above a style generator."""
    alt = "In a DCGAN noise enters once, below; in a StyleGAN a style enters each level, and the paint."
    d = Diagram(900, 440, alt)
    d.text(24, 32, "DCGAN: noise enters once", anchor="start", bold=True)
    d.box(36, 76, 84, 48, "noise", size=13)
    d.arrow([(124, 100), (392, 100)])
    *_, end = _levels(d, 396, 100, 40)
    d.pixels(end + 6, 62, 76, digit(3))
    d.curve([20, 880], [172, 172], PALE, dashed=True)
    d.text(24, 200, "StyleGAN: every level is told how to draw", anchor="start", bold=True)
    d.box(36, 246, 84, 48, "noise", size=13)
    d.network(150, 226, 128, 88, "mapping\nnetwork", G_COLOUR, widens=True)
    d.arrow([(124, 270), (146, 270)])
    d.box(240, 346, 112, 48, "constant", G_COLOUR, size=13)
    d.arrow([(356, 370), (392, 370)], G_COLOUR)
    *starts, end = _levels(d, 396, 370, 40)
    d.box(end + 3, 346, 62, 48, "paint", G_COLOUR, size=13)
    d.arrow([(end + 69, 370), (end + 95, 370)], G_COLOUR)
    for start, side in zip(starts, SIDES, strict=True):
        middle = start + (28 + 1.6 * side) / 2 + 5
        top = 370 - (28 + 1.6 * side) / 2 - 10
        d.arrow([(282, 270), (middle, 270), (middle, top)], STYLE, width=3)
    d.arrow([(282, 270), (end + 34, 270), (end + 34, 342)], STYLE, width=3)
    end += 92
    d.pixels(end + 6, 332, 76, digit(3))
    d.text(312, 252, "style", colour=STYLE, bold=True)
    d.text(330, 422, "... and noise of its own for each pixel, at each level", anchor="start", size=12)
    d.text(end + 44, 424, "fake", colour=FAKE_COLOUR, bold=True)
    return d


def growing() -> Diagram:
    """Draw three stages of a progressive GAN: both networks get a level more, that is faded in."""
    alt = "Both networks of a progressive GAN begin at 7 x 7 pixels and get a level more twice."
    d = Diagram(900, 280, alt)
    for stage, left in enumerate((30, 240, 530)):
        d.text(
            left, 34, f"stage {stage + 1}: {SIDES[stage]} x {SIDES[stage]} pixels", anchor="start", bold=True
        )
        for row, (name, colour) in enumerate((("generator", G_COLOUR), ("discriminator", D_COLOUR))):
            y = 74 + 96 * row
            order = SIDES[: stage + 1] if row == 0 else SIDES[stage::-1]
            for place, side in enumerate(order):
                new = side == SIDES[stage] and stage > 0
                x = left + 88 * place
                d.box(x, y, 74, 44, f"{side} x {side}", colour, size=13)
                if new:
                    d.text(x + 37, y + 58, "new, faded in", colour=colour, size=12)
                if place:
                    d.arrow([(x - 13, y + 22), (x - 2, y + 22)], colour)
            if stage == 0:
                d.text(left, y - 12, name, colour=colour, anchor="start", size=12)
    d.text(450, 256, "time", size=13)
    d.arrow([(480, 256), (860, 256)], PALE)
    return d


def convolution() -> Diagram:
    """Draw the five steps of a styled convolution."""
    alt = (
        "A style scales the channels before a convolution; the size is divided out and pixel noise is added."
    )
    d = Diagram(900, 252, alt)
    steps = (
        ("times scale,\nfor each channel", STYLE),
        ("convolution\n3 x 3", G_COLOUR),
        ("divided by the\nexpected size", STYLE),
        ("plus pixel noise\ntimes strength", FAKE_COLOUR),
        ("leaky ReLU", G_COLOUR),
    )
    d.text(46, 128, "images", size=13)
    for number, (words, colour) in enumerate(steps):
        x = 92 + 158 * number
        d.arrow([(x - 20 if number else 74, 128), (x - 3, 128)], INK)
        d.box(x, 100, 132, 56, words, colour, size=13)
    d.arrow([(92 + 158 * 4 + 135, 128), (886, 128)], INK)
    d.text(237, 30, "style", colour=STYLE, bold=True)
    d.arrow([(237, 42), (237, 66), (158, 66), (158, 96)], STYLE, width=3)
    d.arrow([(237, 66), (474, 66), (474, 96)], STYLE, width=3)
    d.text(172, 80, "dense layer", colour=STYLE, size=12, anchor="start")
    d.text(632, 74, "a new number for each pixel", size=12)
    d.arrow([(632, 82), (632, 97)], FAKE_COLOUR)
    d.text(158, 180, "modulation", size=12, italic=True)
    d.text(474, 180, "demodulation", size=12, italic=True)
    d.text(450, 222, "one level holds two of these", size=13)
    return d


def mixing() -> Diagram:
    """Draw two styles, and a picture whose coarse levels follow the one and whose fine level the other."""
    alt = "Styles of A for the three levels and the style of B for the paint give a mixture of both."
    d = Diagram(900, 250, alt)
    for row, (name, colour, label) in enumerate((("A", REAL_COLOUR, 3), ("B", STYLE, 7))):
        y = 30 + 108 * row
        d.box(30, y + 14, 96, 48, f"style of {name}", colour, size=13)
        d.pixels(146, y, 76, digit(label))
        for place, words in enumerate([*(f"{side} x {side}" for side in SIDES), "paint"]):
            used = (row == 0) == (place < 3)
            d.box(250 + 94 * place, y + 14, 80, 48, words, colour if used else PALE, size=13)
            if used:
                down = y + 66 if row == 0 else y + 10
                x = 290 + 94 * place
                d.arrow([(x, down), (x, 118 if row == 0 else 124)], colour, head=False)
    d.curve([290, 640], [118, 118], REAL_COLOUR)
    d.curve([572, 640], [124, 124], STYLE)
    d.network(644, 82, 112, 78, "generator", G_COLOUR, widens=True)
    d.arrow([(760, 121), (790, 121)], G_COLOUR)
    d.pixels(796, 83, 76, digit(3))
    d.text(834, 182, "the shape of A,\nthe colour of B?", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "14_levels": levels,
    "14_growing": growing,
    "14_convolution": convolution,
    "14_mixing": mixing,
}
