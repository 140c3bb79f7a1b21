"""Diagrams of page 01: the two players, two kinds of models, noise, five generative models."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

FIRST, SECOND, OTHER = "#CC79A7", "#56B4E9", "#6f42c1"  # no colour of a player or of data


def _noise(side: int = 5) -> np.ndarray:
    """Return a square of grey values without a pattern, the same on every computer."""
    rows, columns = np.mgrid[0:side, 0:side]
    return ((rows * rows * 7 + columns * 13 + rows * columns * 5 + columns * columns * 3) % 11) / 5 - 1


def gan() -> Diagram:
    """Draw both players, what each receives, and where each loss sends its gradient."""
    alt = (
        "Noise enters the generator, which draws a fake image. Real and fake images enter the discriminator, "
        "which gives a logit. d_loss sends its gradient to D, g_loss through D to the generator."
    )
    d = Diagram(900, 400, alt)
    d.box(20, 72, 282, 60, "real data: 4,000 handwritten digits", REAL_COLOUR)
    d.arrow([(306, 102), (334, 102)], REAL_COLOUR)
    d.text(377, 48, "real image", bold=True)
    d.box(338, 63, 78, 78, colour=REAL_COLOUR)
    d.pixels(342, 67, 70, digit(7, 0))
    d.box(20, 240, 104, 64, "noise z\n24 numbers")
    d.arrow([(128, 272), (158, 272)])
    d.network(162, 222, 140, 100, "generator\nG", G_COLOUR, widens=True)
    d.arrow([(306, 272), (334, 272)], FAKE_COLOUR)
    d.text(377, 218, "fake image", bold=True)
    d.box(338, 233, 78, 78, colour=FAKE_COLOUR)
    d.pixels(342, 237, 70, (digit(3, 0) + digit(3, 1)) / 2)
    d.arrow([(420, 102), (454, 102), (494, 156)], REAL_COLOUR)
    d.arrow([(420, 272), (454, 272), (494, 214)], FAKE_COLOUR)
    d.network(500, 122, 140, 130, "discriminator\nD", D_COLOUR, widens=False)
    d.arrow([(644, 187), (674, 187)])
    d.box(678, 163, 76, 48, "logit a")
    d.arrow([(758, 178), (784, 148)])
    d.arrow([(758, 196), (784, 226)])
    d.box(778, 84, 104, 60, "d_loss\nreal 1, fake 0", D_COLOUR, size=13)
    d.box(778, 230, 104, 60, "g_loss\nfake as 1", G_COLOUR, size=13)
    d.arrow([(830, 80), (830, 44), (570, 44), (570, 135)], D_COLOUR, "changes D", dashed=True, at=(700, 30))
    through = [(830, 294), (830, 340), (592, 340), (592, 222), (536, 222), (536, 340), (232, 340), (232, 313)]
    d.arrow(through, G_COLOUR, dashed=True)
    d.text(711, 356, "back through D, which is held still", colour=G_COLOUR, size=13)
    d.text(384, 356, "changes G", colour=G_COLOUR, size=13)
    words = "solid: forward, to the losses; dashed: backward, in the colour of the player that it changes"
    d.text(450, 384, words, size=12, italic=True)
    return d


LEFT_DOTS = (70, 95, 120, 140, 112, 62, 155, 100, 128), (70, 110, 62, 128, 150, 132, 90, 88, 104)
RIGHT_DOTS = (250, 278, 300, 322, 290, 262, 310, 334, 282), (96, 140, 84, 118, 110, 64, 156, 88, 88)
NEW_DOTS = (84, 118, 138, 270, 302, 316), (96, 132, 80, 116, 132, 100)


def _ring(d: Diagram, x: float, y: float, wide: float, high: float, colour: str) -> None:
    """Draw an ellipse by points of a circle that are fractions: no sine, so it is the same everywhere."""
    quarter = [((64 - k * k) / (64 + k * k), 16 * k / (64 + k * k)) for k in range(8)]
    points = []
    for a, b in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        points += [(a * p - b * q, b * p + a * q) for p, q in quarter]
    points.append(points[0])
    d.curve([x + wide * p for p, _ in points], [y + high * q for _, q in points], colour=colour, width=1.4)


def kinds() -> Diagram:
    """Draw a border between two groups of points, and two models of where the points lie."""
    alt = "A discriminative model learns a border between two groups; a generative one where they lie."
    d = Diagram(900, 262, alt)
    for left, name, what in (
        (20, "discriminative", "learns the border: which kind is a given x?"),
        (470, "generative", "learns where x lies, and draws new ones"),
    ):
        d.text(left + 200, 24, name, bold=True)
        d.text(left + 200, 240, what, size=13, italic=True)
        for dots, colour in ((LEFT_DOTS, FIRST), (RIGHT_DOTS, SECOND)):
            for x, y in zip(*dots, strict=True):
                d.dot(left + x, y + 20, colour, radius=6)
    d.curve([20 + 190, 20 + 222], [44, 210], colour=INK, width=3)
    d.text(20 + 384, 60, "?", size=24, bold=True)
    d.text(20 + 384, 90, "sure, though\nno dot is near", size=12)
    for scale in (0.55, 1.0):
        _ring(d, 470 + 108, 124, 72 * scale, 68 * scale, FIRST)
        _ring(d, 470 + 294, 128, 68 * scale, 68 * scale, SECOND)
    for x, y in zip(*NEW_DOTS, strict=True):
        d.box(470 + x - 6, y + 14, 12, 12, colour=INK)
    d.box(470 + 384 - 6, 54, 12, 12, colour=INK)
    d.text(470 + 384, 84, "new", size=12)
    return d


def _bump(
    centre: float, wide: float, high: float, left: float, base: float
) -> tuple[list[float], list[float]]:
    """Return a hill of 41 points over a baseline of 200 pixels, from plain arithmetic."""
    xs = [left + 5 * k for k in range(41)]
    ys = []
    for k in range(41):
        away = (5 * k - centre) / wide
        ys.append(base - high / (1 + away * away) ** 3)
    return xs, ys


def noise() -> Diagram:
    """Draw one distribution of noise and two generators that make different distributions of it."""
    alt = "The same noise, spread as a bell, enters two generators; what comes out is spread differently."
    d = Diagram(900, 300, alt)
    d.text(130, 66, "p(z)", bold=True)
    d.curve(*_bump(100, 80, 90, 30, 190), colour=INK, filled=True)
    d.curve([30, 230], [190, 190], colour=PALE, width=1)
    d.text(130, 210, "the noise: the same for both", size=13)
    for y, words, what, bump in (
        (80, "G, trained", "what the trained one draws", (58, 40, 62)),
        (220, "G, untrained", "what the untrained one draws", (160, 10, 78)),
    ):
        d.arrow([(240, 150), (300, 150), (352, y)])
        d.network(360, y - 44, 140, 88, words, G_COLOUR, widens=True)
        d.arrow([(506, y), (566, y)], FAKE_COLOUR)
        d.curve(*_bump(*bump, 590, y + 34), colour=FAKE_COLOUR, filled=True)
        d.curve([590, 790], [y + 34, y + 34], colour=PALE, width=1)
        d.text(690, y + 52, what, size=13)
    d.text(846, 150, "two\ndifferent\nones", bold=True)
    return d


def family() -> Diagram:
    """Draw five kinds of generative models: what each learns, how it draws, whether it gives p(x)."""
    alt = (
        "Five rows: a GAN, a variational autoencoder, a flow, an autoregressive and a diffusion model; what "
        "each learns, how it draws a sample, and whether it can say how probable an image is."
    )
    d = Diagram(900, 590, alt)
    seven, noise = digit(7, 2), _noise()
    half = np.where(np.arange(14)[:, None] < 7, seven, -1)
    coarse = seven.reshape(7, 2, 7, 2).mean(axis=(1, 3))
    noisy = np.clip(0.8 * coarse + 0.7 * _noise(7), -1, 1)
    for x, words in ((150, "what is learned"), (530, "how a sample is drawn")):
        d.text(x, 22, words, anchor="start", bold=True)
    d.text(838, 22, "p(x) known?", bold=True)
    names = ["GAN", "variational\nautoencoder", "flow", "autoregressive", "diffusion"]
    known = ["no", "a lower\nbound", "yes", "yes", "a lower\nbound"]
    passes = ["one pass", "one pass", "one pass, backwards", "one pass for each pixel", "many passes"]
    for row, (name, answer) in enumerate(zip(names, known, strict=True)):
        y = 94 + 110 * row
        if row:
            d.curve([14, 886], [y - 55, y - 55], colour=PALE, width=0.6)
        d.text(16, y, name, anchor="start", bold=True)
        d.text(838, y, answer)
        d.text(650, y + 42, passes[row], size=12, italic=True)

    y = 94  # GAN
    d.pixels(206, y - 46, 34, seven)
    d.network(150, y + 4, 52, 40, "G", G_COLOUR, widens=True)
    d.arrow([(244, y - 28), (278, y - 12)], REAL_COLOUR)
    d.arrow([(206, y + 24), (278, y + 8)], FAKE_COLOUR)
    d.network(282, y - 24, 56, 48, "D", D_COLOUR, widens=False)
    d.arrow([(342, y), (372, y)])
    d.text(378, y, "real or fake? D learns\nto tell, G to be taken\nfor real", size=12, anchor="start")

    y += 110  # variational autoencoder
    d.pixels(150, y - 17, 34, seven)
    d.network(202, y - 26, 78, 52, "encoder", OTHER, widens=False)
    d.box(298, y - 16, 44, 32, "code", size=13)
    d.network(360, y - 26, 78, 52, "decoder", OTHER, widens=True)
    d.pixels(456, y - 17, 34, seven)
    for start in (186, 282, 344, 440):
        d.arrow([(start, y), (start + 13, y)])

    y += 110  # flow
    d.pixels(150, y - 20, 40, seven)
    d.box(228, y - 24, 150, 48, "steps that can\nbe undone", OTHER, size=13)
    d.pixels(416, y - 20, 40, noise)
    for start, end in ((192, 226), (380, 414)):
        d.arrow([(start, y - 8), (end, y - 8)])
        d.arrow([(end, y + 8), (start, y + 8)])

    y += 110  # autoregressive
    d.pixels(150, y - 20, 40, half)
    d.network(216, y - 24, 76, 48, "net", OTHER, widens=False)
    d.arrow([(194, y), (213, y)])
    d.arrow([(295, y), (314, y)])
    d.text(320, y, "the next pixel, from\nall pixels before it", size=12, anchor="start")

    y += 110  # diffusion
    d.pixels(150, y - 20, 40, noisy)
    d.box(216, y - 24, 76, 48, "net", OTHER)
    d.arrow([(194, y), (213, y)])
    d.arrow([(295, y), (314, y)])
    d.text(320, y, "the noise that was\nadded to the image", size=12, anchor="start")

    for row, (start, words, colour, widens) in enumerate(
        [
            (noise, "G", G_COLOUR, True),
            (noise, "decoder", OTHER, True),
            (noise, "undo", OTHER, None),
            (half, "net", OTHER, False),
            (noise, "net", OTHER, None),
        ]
    ):
        y = 94 + 110 * row
        d.pixels(530, y - 20, 40, start)
        if widens is None:
            d.box(607, y - 24, 86, 48, words, colour)
        else:
            d.network(607, y - 26, 86, 52, words, colour, widens)
        d.arrow([(574, y), (603, y)])
        d.arrow([(697, y), (726, y)])
        d.pixels(730, y - 20, 40, seven)
        if row > 2:
            d.arrow([(710, y - 6), (710, y - 38), (588, y - 38), (588, y - 6)], OTHER, width=1.4)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "01_gan": gan,
    "01_kinds": kinds,
    "01_noise": noise,
    "01_family": family,
}
