"""Diagram of page 00: what goes into the generator, what comes out, and who judged it in training."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

NOISE = [[-0.6, 1.0, 0.2, -1.0, 0.6, -0.2], [0.6, -0.2, -1.0, 0.2, 1.0, -0.6]]
NOISE += [[-1.0, 0.2, 0.6, 1.0, -0.6, 0.2], [0.2, -0.6, 1.0, -0.2, -1.0, 0.6]]


def start() -> Diagram:
    """Draw noise and a label entering the generator, the digit that comes out, and, pale, its judge."""
    alt = (
        "24 random numbers, the noise, and the label 7 enter the generator, and a new 7 comes out. Paler: "
        "during training a discriminator compared such digits with real ones."
    )
    sevens = [digit(7, number) for number in range(3)]
    d = Diagram(900, 300, alt)
    d.text(285, 26, "on this page", bold=True)
    d.text(736, 26, "only during training", colour=PALE, bold=True)
    d.curve([586, 586], [14, 286], colour=PALE, dashed=True, width=1)

    d.pixels(38, 58, 96, np.array(NOISE))
    d.text(86, 146, "noise:\n24 random numbers", size=13)
    d.box(38, 184, 96, 44, "7", INK, size=20)
    d.text(86, 252, "label:\nthe digit you ask for", size=13)
    d.arrow([(142, 90), (190, 90), (222, 120)])
    d.arrow([(142, 206), (190, 206), (222, 176)])
    d.network(228, 82, 160, 132, "generator", G_COLOUR, widens=True)
    d.arrow([(394, 148), (432, 148)], FAKE_COLOUR)
    d.box(438, 98, 100, 100, colour=FAKE_COLOUR)
    d.pixels(443, 103, 90, (sevens[0] + sevens[1]) / 2)
    d.text(488, 222, "a 7 that\nnobody wrote", size=13)

    d.arrow([(544, 148), (640, 148)], PALE)
    d.network(646, 92, 150, 112, "discriminator", D_COLOUR, widens=False, held=True)
    d.arrow([(800, 148), (826, 148)], PALE)
    d.text(856, 148, "real\nor fake?", colour=PALE, size=13)
    d.box(694, 226, 54, 54, colour=REAL_COLOUR)
    d.pixels(697, 229, 48, sevens[2])
    d.arrow([(721, 224), (721, 196)], PALE)
    d.text(757, 254, "real digits", colour=PALE, size=13, anchor="start")
    d.arrow([(721, 92), (721, 58), (308, 58), (308, 90)], G_COLOUR, dashed=True, width=1.2)
    d.text(452, 46, "the generator learns from the verdict", colour=G_COLOUR, size=12)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"00_start": start}
