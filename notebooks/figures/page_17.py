"""Diagrams of page 17: a name letter by letter, where sampling stops the gradient, a sound that grows."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

STOP = "#CC79A7"  # no colour of a player or of data


def spelling() -> Diagram:
    """Draw a generator that spells a name, each letter handed on, and the discriminator that reads names."""
    alt = "A network with memory spells a name, each letter going into the next step; D reads whole names."
    d = Diagram(900, 330, alt)
    d.text(20, 40, "noise", anchor="start", size=13)
    d.text(
        20, 124, "generator:\none network,\nused again\nand again", anchor="start", size=13, colour=G_COLOUR
    )
    d.text(20, 228, "fake", anchor="start", size=13, colour=FAKE_COLOUR, bold=True)
    lefts = [130 + 96 * k for k in range(5)]
    for k, (left, letter) in enumerate(zip(lefts, ("m", "a", "r", "i", "end"), strict=True)):
        d.box(left, 24, 54, 32, "noise", size=12)
        d.arrow([(left + 27, 58), (left + 27, 94)])
        d.box(left, 98, 54, 52, colour=G_COLOUR)
        d.text(left + 27, 124, "memory", size=11)
        d.arrow([(left + 27, 152), (left + 27, 204)], G_COLOUR)
        d.box(left, 208, 54, 40, letter, colour=FAKE_COLOUR)
        if k < 4:
            d.arrow([(left + 56, 124), (left + 92, 124)], G_COLOUR)
            d.arrow([(left + 56, 228), (left + 74, 228), (left + 74, 140), (left + 92, 140)], FAKE_COLOUR)
    d.text(20, 296, "real", anchor="start", size=13, colour=REAL_COLOUR, bold=True)
    for left, letter in zip(lefts, ("a", "n", "n", "a", "end"), strict=True):
        d.box(left, 276, 54, 40, letter, colour=REAL_COLOUR)
    d.network(660, 196, 130, 110, "discriminator", D_COLOUR, widens=False)
    d.arrow([(572, 228), (655, 228)], FAKE_COLOUR)
    d.arrow([(572, 296), (655, 270)], REAL_COLOUR)
    d.arrow([(794, 251), (826, 251)], D_COLOUR)
    d.box(830, 231, 56, 40, "logit")
    d.text(725, 168, "reads the whole name", size=13, italic=True)
    return d


def _row(d: Diagram, top: float, middle: str, soft: bool) -> None:
    """Draw the way from the generator to the discriminator, and how far the gradient comes back."""
    d.network(20, top, 110, 76, "generator", G_COLOUR, widens=True)
    d.arrow([(132, top + 38), (168, top + 38)], G_COLOUR)
    d.box(172, top + 14, 122, 48, "27 logits\n+ noise", size=13)
    d.arrow([(296, top + 38), (342, top + 38)])
    d.box(346, top + 8, 186, 60, middle, colour=G_COLOUR if soft else STOP, size=13)
    d.arrow([(534, top + 38), (574, top + 38)], FAKE_COLOUR)
    d.box(578, top + 14, 92, 48, "0 0 1 0 ..." if not soft else ".1 .1 .7 .1 ...", FAKE_COLOUR, size=12)
    d.arrow([(672, top + 38), (716, top + 38)], FAKE_COLOUR)
    d.network(720, top, 130, 76, "discriminator", D_COLOUR, widens=False)
    back = top + 100
    if soft:
        d.arrow([(785, top + 72), (785, back), (75, back), (75, top + 72)], G_COLOUR, dashed=True)
        d.text(440, back + 14, "the gradient comes through", colour=G_COLOUR, size=13)
    else:
        d.arrow([(785, top + 72), (785, back), (452, back)], STOP, dashed=True)
        d.curve([439, 439], [back - 14, back + 14], STOP, width=5)
        d.text(300, back, "nothing comes back: zero", colour=STOP, size=13)


def gradient() -> Diagram:
    """Draw that the gradient ends at the choice of the largest, and passes a softmax."""
    alt = "Taking the largest of 27 sums stops the gradient; a softmax in its place lets it pass."
    d = Diagram(900, 296, alt)
    _row(d, 20, "take the largest:\na letter", soft=False)
    d.curve([20, 880], [146, 146], PALE, width=1)
    _row(d, 162, "softmax in its place:\na mixture of letters", soft=True)
    return d


def _wave(count: int, seed: int = 3) -> np.ndarray:
    """Return the outline of a struck note at so many places."""
    places = np.linspace(0, 1, count)
    return np.exp(-2.2 * places) * np.sin(2 * np.pi * 9 * places) * np.minimum(1, 12 * places)


def growing() -> Diagram:
    """Draw the sizes on the way from noise and note to 2,048 samples, each step four times as long."""
    alt = "Noise and a note become 8, 32, 128, 512 and at last 2,048 samples; each step is four times longer."
    d = Diagram(900, 250, alt)
    d.box(16, 40, 84, 40, "noise")
    d.box(16, 124, 84, 40, "note: sol")
    d.arrow([(104, 60), (136, 92)])
    d.arrow([(104, 144), (136, 112)])
    steps = (
        (140, 30, 110, "8 x 128"),
        (226, 56, 84, "32 x 64"),
        (342, 84, 62, "128 x 32"),
        (498, 118, 44, "512 x 16"),
    )
    for k, (left, width, height, words) in enumerate(steps):
        d.box(left, 102 - height / 2, width, height, colour=G_COLOUR)
        d.text(left + width / 2, 184, words, size=13)
        d.arrow([(left + width + 4, 102), (left + width + 52, 102)], G_COLOUR)
        d.text(left + width + 28, 84, "x 4", colour=G_COLOUR, size=13)
        if k == 0:
            d.text(left + width / 2, 206, "places x channels", size=12)
    xs = np.linspace(676, 884, 160)
    d.curve(xs, 102 - 40 * _wave(160), FAKE_COLOUR, width=1.6)
    d.text(780, 184, "2,048 samples: 0.256 s", size=13, colour=INK)
    d.text(450, 232, "each step is a transposed convolution in one dimension, with stride 4", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "17_spelling": spelling,
    "17_gradient": gradient,
    "17_growing": growing,
}
