"""Diagrams of page 18: where the gradient goes in an attack and in a GAN, and why small changes add up."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

ATTACK = "#CC79A7"  # no colour of a player or of data


def arrows() -> Diagram:
    """Draw two forward paths, and for each how far its gradient goes back, and what it moves."""
    alt = "An attack's gradient stops at the pixels of one image; a GAN's goes on to the generator's weights."
    d = Diagram(900, 400, alt)
    d.text(20, 28, "an adversarial example", bold=True, anchor="start")
    d.pixels(252, 56, 76, digit(3))
    d.text(290, 44, "one real image", colour=REAL_COLOUR, size=13)
    d.arrow([(332, 94), (424, 94)])
    d.network(428, 48, 136, 92, "classifier", D_COLOUR, widens=False, held=True)
    d.text(496, 154, "held", size=12, italic=True)
    d.arrow([(568, 94), (644, 94)])
    d.box(648, 70, 196, 48, "loss: is it read as a 3?", size=13)
    d.arrow([(746, 122), (746, 176), (290, 176), (290, 138)], ATTACK, dashed=True)
    d.text(518, 190, "uphill: the gradient moves the pixels of this image", colour=ATTACK, size=13)
    d.curve([20, 880], [212, 212], PALE, width=1)
    d.text(20, 236, "a generative adversarial network", bold=True, anchor="start")
    d.text(44, 300, "noise", size=13)
    d.arrow([(66, 300), (88, 300)])
    d.network(92, 254, 120, 92, "generator", G_COLOUR, widens=True)
    d.arrow([(216, 300), (248, 300)], G_COLOUR)
    d.pixels(252, 262, 76, digit(3, 4))
    d.text(376, 284, "any fake", colour=FAKE_COLOUR, size=13)
    d.arrow([(332, 300), (424, 300)])
    d.network(428, 254, 136, 92, "discriminator", D_COLOUR, widens=False)
    d.arrow([(568, 300), (644, 300)])
    d.box(648, 276, 196, 48, "loss: is it taken for real?", size=13)
    d.arrow([(746, 328), (746, 380), (152, 380), (152, 344)], G_COLOUR, dashed=True)
    d.text(448, 366, "downhill, through the pixels: it moves weights, so all fakes", colour=G_COLOUR, size=13)
    d.text(640, 240, "and next it trains, too", colour=D_COLOUR, size=13, italic=True)
    d.arrow([(560, 240), (510, 240), (510, 256)], D_COLOUR)
    return d


def _walk(d: Diagram, left: float, top: float, ups: np.ndarray, colour: str, words: str) -> None:
    """Draw a sum of small steps as a stair, from left to right."""
    heights = np.concatenate([[0], np.cumsum(ups)])
    xs = left + 13.0 * np.arange(len(heights))
    d.arrow([(left, top), (left + 350, top)], PALE, head=False, width=1)
    ys = top - 5.4 * heights
    d.curve(np.repeat(xs, 2)[1:], np.repeat(ys, 2)[:-1], colour, width=2.4)
    d.dot(xs[-1], ys[-1], INK)
    d.text(left + 172, top + 62, words, size=13)


def signs() -> Diagram:
    """Draw 26 equal changes added up: each in the direction that counts, and by the throw of a coin."""
    alt = "26 small changes add up to a tall stair when all help, and stay near zero when coins decide."
    d = Diagram(900, 270, alt)
    coins = np.random.default_rng(6).choice([-1.0, 1.0], 26)
    words = "each pixel moves the way that helps:\nthe sum grows with their number"
    _walk(d, 60, 186, np.ones(26), ATTACK, words)
    words = "a coin decides for each pixel:\nthe sum grows with the root of their number"
    _walk(d, 510, 186, coins, INK, words)
    d.text(60, 32, "attack", bold=True, anchor="start", colour=ATTACK)
    d.text(510, 32, "noise of the same size", bold=True, anchor="start")
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"18_arrows": arrows, "18_signs": signs}
