"""Diagrams of page 02: one number for two players, the best verdict, five moments, the generator's chain."""

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

LN_4 = 1.3862943611198906


def _ln(x: float) -> float:
    """Return the natural logarithm by a series of plain arithmetic: the same on every computer."""
    t = (x - 1) / (x + 1)
    term, total = t, 0.0
    for k in range(400):
        total += term / (2 * k + 1)
        term *= t * t
    return 2 * total


def _bump(x: float, middle: float, width: float) -> float:
    """Return a bell of area about 1 without an exponential: 1 / (1 + t^2)^3."""
    t = (x - middle) / width
    return 0.849 / (1 + t * t) ** 3 / width


def one_number() -> Diagram:
    """Draw the axis of V, both players who pull at it, and the value where the ideal game ends."""
    alt = (
        "A horizontal axis of V with 0 at its right end and minus ln 4 in the middle. The discriminator "
        "pulls V to the right, up to 0; the generator to the left; with a perfect generator V is minus ln 4."
    )
    d = Diagram(900, 250, alt)
    left, right, y = 60, 840, 138
    unit = (right - left) / 3.0  # V from -3 to 0

    def at(value: float) -> float:
        return right + unit * value

    d.arrow([(left, y), (right + 24, y)], INK)
    for value in (-3, -2, -1, 0):
        d.curve([at(value), at(value)], [y - 6, y + 6], width=1.6)
        d.text(at(value), y + 24, str(value).replace("-", "−"), size=13)
    d.text(right + 36, y, "V", bold=True, italic=True)
    ball = at(-LN_4)
    d.dot(ball, y, INK, radius=9)
    d.curve([ball, ball], [y + 12, y + 44], colour=PALE, dashed=True)
    d.text(
        ball,
        y + 62,
        "−ln 4 = −1.39, where the ideal game ends:\nthe generator is perfect, no judge beats a coin",
        size=13,
    )
    d.network(60, 26, 140, 72, "generator\nG", G_COLOUR, widens=True)
    d.network(700, 26, 140, 72, "discriminator\nD", D_COLOUR, widens=False)
    d.arrow([(ball - 14, y - 22), (ball - 120, y - 62), (206, 62)], G_COLOUR)
    d.arrow([(ball + 14, y - 22), (ball + 120, y - 62), (694, 62)], D_COLOUR)
    d.text(300, 42, "pulls V down", colour=G_COLOUR, size=14)
    d.text(606, 42, "pulls V up", colour=D_COLOUR, size=14)
    d.text(right - 4, y + 62, "no mistake: 0\nis the limit", size=13)
    d.text(left + 60, y + 62, "wrong with conviction:\nV has no lower limit", size=13)
    return d


def best_d() -> Diagram:
    """Draw p log d + q log(1 - d) against d for three places, each with its top at p / (p + q)."""
    alt = (
        "Three curves of p log d plus q log of 1 minus d, against the verdict d, 0 to 1. Where real points "
        "are rare the top is at 0.25, where both are equally frequent at 0.5, where real ones prevail at 0.8."
    )
    d = Diagram(900, 312, alt)
    d.text(450, 24, "one place x, one verdict d: where is f(d) = p log d + q log(1 − d) highest?", bold=True)
    places = [
        (0.10, 0.30, "mostly generated points"),
        (0.25, 0.25, "as many of each"),
        (0.40, 0.10, "mostly real points"),
    ]
    for number, (p, q, words) in enumerate(places):
        x0, y0, wide, high = 50 + 290 * number, 222.0, 220.0, 150.0
        lowest = -1.2

        def place(value: float, y0: float = y0, high: float = high, lowest: float = lowest) -> float:
            return y0 - high * (value - lowest) / -lowest

        d.arrow([(x0, y0), (x0 + wide + 18, y0)], PALE, head=False, width=1.4)
        d.arrow([(x0, y0), (x0, y0 - high - 8)], PALE, head=False, width=1.4)
        xs, ys = [], []
        for i in range(1, 120):
            share = i / 120
            value = p * _ln(share) + q * _ln(1 - share)
            if value > lowest:
                xs.append(x0 + wide * share)
                ys.append(place(value))
        d.curve(xs, ys, colour=D_COLOUR, width=3)
        best = p / (p + q)
        top = place(p * _ln(best) + q * _ln(1 - best))
        d.curve([x0 + wide * best, x0 + wide * best], [top, y0], colour=INK, dashed=True, width=1.4)
        d.dot(x0 + wide * best, top, INK, radius=5)
        for share, label in ((0, "0"), (1, "1"), (best, f"{best:g}")):
            d.text(x0 + wide * share, y0 + 16, label, size=13, bold=share == best)
        d.text(x0 + wide / 2, y0 + 38, words, size=13)
        for i, (colour, frequency) in enumerate(((REAL_COLOUR, p), (FAKE_COLOUR, q))):
            d.text(
                x0 + wide / 2 - 62,
                y0 + 54 + 14 * i,
                "p, real" if i == 0 else "q, generated",
                size=11,
                anchor="end",
            )
            d.box(x0 + wide / 2 - 56, y0 + 49 + 14 * i, 400 * frequency, 9, colour=colour)
    d.text(22, 140, "f(d)", size=13, italic=True)
    d.text(885, 222, "d", size=13, italic=True)
    return d


MOMENTS = [(-2.0, 1.0), (-1.0, 0.9), (2.0, 0.4), (1.3, 0.6), (1.0, 0.8)]


def five_moments() -> Diagram:
    """Draw two densities and the best discriminator at five moments of an ideal game."""
    alt = (
        "Five panels. The generated density starts left of the real one, comes nearer, overshoots as a "
        "narrow peak, comes back, covers it. D(x) is a steep step at first and flat at one half at the end."
    )
    d = Diagram(900, 300, alt)
    wide, low, high = 160.0, 228.0, 150.0
    for number, (middle, spread) in enumerate(MOMENTS):
        x0 = 20 + 175 * number
        grid = [-4 + 8 * i / 90 for i in range(91)]
        px = [x0 + wide * (x + 4) / 8 for x in grid]
        real = [_bump(x, 1.0, 0.8 * 1.4) for x in grid]
        fake = [_bump(x, middle, spread * 1.4) for x in grid]
        for values, colour in ((real, REAL_COLOUR), (fake, FAKE_COLOUR)):
            d.curve(
                [px[0], *px, px[-1]],
                [low, *[low - 100 * v for v in values], low],
                colour=colour,
                filled=True,
                width=1.4,
            )
        d.curve([px[0], px[-1]], [low - high / 2, low - high / 2], colour=PALE, dashed=True, width=1)
        verdict = [low - high * a / (a + b) for a, b in zip(real, fake, strict=True)]
        d.curve(px, verdict, colour=D_COLOUR, width=3)
        d.text(x0 + wide / 2, 246, "x", size=12, italic=True)
        d.text(x0 + wide / 2, 58, ["first", "then", "too far", "back", "at the end"][number], bold=True)
        d.arrow([(x0, low), (x0 + wide, low)], PALE, head=False, width=1.2)
    d.text(12, low - high, "1", size=12)
    d.text(12, low - high / 2, "½", size=12)
    d.text(12, low, "0", size=12)
    for x, colour, words in (
        (120, REAL_COLOUR, "p, real"),
        (300, FAKE_COLOUR, "q, generated"),
        (520, D_COLOUR, "D(x), the best verdict"),
    ):
        d.box(x, 268, 22, 12, colour=colour)
        d.text(x + 30, 274, words, size=13, anchor="start")
    d.text(450, 24, "an ideal game: at each moment the discriminator is the best possible one", bold=True)
    return d


def chain() -> Diagram:
    """Draw the way from noise to the generator's loss, and the three factors on the way back."""
    alt = (
        "From noise z the generator makes a point x, the discriminator its logit a, the loss a number. Back, "
        "three factors multiply: loss by logit, logit by point, which is the slope of D, point by parameter."
    )
    d = Diagram(900, 300, alt)
    y = 100
    d.box(18, y - 28, 84, 56, "noise\nz")
    d.network(142, y - 48, 130, 96, "generator\nx = m + s z", G_COLOUR, widens=True)
    d.box(318, y - 28, 94, 56, "fake point\nx", FAKE_COLOUR)
    d.network(458, y - 48, 138, 96, "discriminator\nD, held still", D_COLOUR, widens=False, held=True)
    d.box(642, y - 28, 76, 56, "logit\na")
    d.box(766, y - 28, 114, 56, "loss of G\n−log σ(a)", G_COLOUR)
    for start, end in ((106, 138), (276, 314), (416, 454), (600, 638), (722, 762)):
        d.arrow([(start, y), (end, y)])
    back = y + 92
    for start, end in ((822, 684), (672, 372), (360, 210)):
        d.arrow([(start, back), (end, back)], G_COLOUR, dashed=True)
    d.arrow([(210, back), (210, y + 46)], G_COLOUR, dashed=True)
    d.curve([822, 822], [y + 32, back], colour=G_COLOUR, dashed=True)
    for x, words, factor in (
        (753, "loss by logit", "σ(a) − 1"),
        (522, "logit by point: the slope of D at x", "2 w₀ x + w₁"),
        (285, "point by parameter", "1 for m, z for s"),
    ):
        d.text(x, back + 22, words, colour=G_COLOUR, size=13)
        d.text(x, back + 46, factor, bold=True)
    for x in (640, 404):
        d.text(x, back + 46, "×", bold=True)
    told = "All that G learns about real data comes through D: the last factor says how hard,"
    told += " the middle one where."
    d.text(450, 284, told, size=13, italic=True)
    d.text(450, 24, "forward: noise to loss; dashed: back to the parameters of G", size=13, italic=True)
    return d


FIGURES = {
    "02_one_number": one_number,
    "02_best_d": best_d,
    "02_five_moments": five_moments,
    "02_chain": chain,
}
