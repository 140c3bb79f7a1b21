"""Diagrams of page 11: four failures on the ring, and where each remedy takes hold."""

from collections.abc import Callable, Sequence

from notebooks.figures.parts import badge
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, PALE, REAL_COLOUR, Diagram

EIGHT = [(1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1), (0.71, -0.71)]
HEAP = [(0, 0), (5, 3), (-4, 4), (3, -5), (-5, -3), (1, 6), (7, -2), (-2, -7), (-7, 1), (5, 7)]
RADIUS = 52.0


def _ring(d: Diagram, x: float, y: float) -> list[tuple[float, float]]:
    """Draw the eight groups of real points as pale circles around (x, y); return their centres."""
    centres = [(x + RADIUS * a, y - RADIUS * b) for a, b in EIGHT]
    for a, b in centres:
        corners = [(p * 10, q * 10) for p, q in EIGHT] + [(10, 0)]
        d.curve([a + p for p, _ in corners], [b + q for _, q in corners], colour=REAL_COLOUR, width=1.4)
    return centres


def _heap(d: Diagram, x: float, y: float, colour: str = FAKE_COLOUR, spread: float = 1.0) -> None:
    for a, b in HEAP:
        d.dot(x + spread * a, y + spread * b, colour, radius=2.2)


def _losses(d: Diagram, left: float, top: float, d_loss: Sequence[float], g_loss: Sequence[float]) -> None:
    """Draw two sketched losses, from 0 (bottom) to 1 (top), with a chance line each."""
    wide, high = 170.0, 76.0
    d.curve([left, left, left + wide], [top, top + high, top + high], colour=PALE)
    for chance, colour in ((0.5, D_COLOUR), (0.25, G_COLOUR)):
        d.curve([left, left + wide], [top + high * (1 - chance)] * 2, colour=colour, dashed=True, width=1)
    for values, colour in ((d_loss, D_COLOUR), (g_loss, G_COLOUR)):
        steps = [left + wide * step / (len(values) - 1) for step in range(len(values))]
        d.curve(steps, [top + high * (1 - value) for value in values], colour=colour)


def failures() -> Diagram:
    """Draw four failures: where the generated points lie, and what both losses do."""
    alt = (
        "Stuck: all points on one group. Hopping: one heap that moves from group to group. Vanishing: a heap "
        "far away, losses at zero. Few data: an arc through some groups. Below: sketched losses."
    )
    d = Diagram(900, 352, alt)
    names = ("stuck", "hopping", "vanishing", "few data")
    words = (
        "one group, for good",
        "a heap that moves on",
        "far away, no gradient",
        "D knows all points by heart",
    )
    for number, (name, what) in enumerate(zip(names, words, strict=True)):
        middle = 116 + 222 * number
        d.text(middle, 22, name, bold=True)
        d.text(middle, 214, what, size=13, italic=True)
        centres = _ring(d, middle, 122)
        if name == "stuck":
            _heap(d, *centres[1])
        elif name == "hopping":
            _heap(d, *centres[0])
            for start, end in ((3, 1), (1, 0)):
                (a, b), (p, q) = centres[start], centres[end]
                _heap(d, a, b, "#f2d9a6")
                part = [(a + share * (p - a), b + share * (q - b)) for share in (0.26, 0.74)]
                d.arrow(part, FAKE_COLOUR, width=1.6)
        elif name == "vanishing":
            _heap(d, middle + 86, 40)
            d.arrow([(middle + 76, 50), (middle + 60, 66)], PALE, dashed=True, width=1.4)
        else:
            for place in (1, 2, 3):
                _heap(d, *centres[place], spread=0.5)
                (a, b), (p, q) = centres[place], centres[place + 1]
                for step in range(1, 10):
                    d.dot(a + (p - a) * step / 10, b + (q - b) * step / 10, FAKE_COLOUR, radius=1.8)
            _heap(d, *centres[4], spread=0.5)
    turns = [0, 1, 0, -1] * 6
    _losses(d, 31, 236, [0.5, 0.4, 0.28, 0.24, 0.22, 0.22, 0.22], [0.25, 0.4, 0.62, 0.7, 0.72, 0.72, 0.72])
    _losses(d, 253, 236, [0.5 + 0.09 * turn for turn in turns], [0.25 - 0.08 * turn for turn in turns])
    _losses(d, 475, 236, [0.5, 0.1, 0.03, 0.01, 0.01, 0.01], [0.1, 0.03, 0.015, 0.01, 0.01, 0.01])
    _losses(d, 697, 236, [0.5, 0.4, 0.34, 0.3, 0.28, 0.27, 0.26], [0.25, 0.4, 0.55, 0.62, 0.66, 0.68, 0.7])
    d.text(20, 334, "green: groups of real points", colour=REAL_COLOUR, size=12, anchor="start")
    d.text(216, 334, "orange: generated points", colour=FAKE_COLOUR, size=12, anchor="start")
    d.text(400, 334, "blue: d_loss", colour=D_COLOUR, size=12, anchor="start")
    d.text(500, 334, "red: g_loss", colour=G_COLOUR, size=12, anchor="start")
    d.text(590, 334, "dashed: the chance level of each (a sketch)", size=12, anchor="start")
    return d


def score() -> Diagram:
    """Draw three clouds of points that two numbers tell apart: good, smeared, collapsed."""
    alt = (
        "Points on all eight groups: 8 of 8 and a share near 100 %. Points smeared over the ring: 8 of 8, a "
        "small share. All points on one group: 1 of 8, a share near 100 %."
    )
    d = Diagram(900, 270, alt)
    cases = (
        ("good", "8 of 8 covered", "nearly all points on a group"),
        ("smeared", "8 of 8 covered, too", "most points beside the groups"),
        ("collapsed", "1 of 8 covered", "nearly all points on a group"),
    )
    for number, (name, count, share) in enumerate(cases):
        middle = 150 + 300 * number
        d.text(middle, 22, name, bold=True)
        centres = _ring(d, middle, 116)
        if name == "good":
            for x, y in centres:
                _heap(d, x, y)
        elif name == "smeared":
            for step in range(8):
                (a, b), (p, q) = centres[step], centres[(step + 1) % 8]
                for place in range(5):
                    part, side = place / 5, 5 * ((7 * place + 3 * step) % 5 - 2)
                    x, y = a + part * (p - a) - middle, b + part * (q - b) - 116
                    shrink = 1 + side / 100
                    d.dot(middle + shrink * x, 116 + shrink * y, FAKE_COLOUR, radius=2.2)
                    d.dot(middle + (shrink - 0.16) * x, 116 + (shrink - 0.16) * y, FAKE_COLOUR, radius=2.2)
        else:
            _heap(d, *centres[1])
        d.text(middle, 206, count)
        d.text(middle, 230, share)
    d.text(
        450, 256, "green: groups of real points; orange: generated points (a sketch)", size=12, italic=True
    )
    return d


def where() -> Diagram:
    """Draw the game with a number at each place where a remedy takes hold."""
    alt = (
        "Nine remedies at their places: on what the discriminator sees, in its layers, on its loss, on the "
        "generator's loss, on the learning rates, and on the generator's weights when it draws."
    )
    d = Diagram(900, 424, alt)
    d.box(20, 60, 128, 50, "real points", REAL_COLOUR)
    d.box(20, 196, 60, 50, "noise")
    d.arrow([(84, 221), (112, 221)])
    d.network(116, 176, 120, 90, "generator", G_COLOUR, widens=True)
    d.arrow([(240, 221), (262, 221)], FAKE_COLOUR)
    d.box(266, 196, 92, 50, "generated", FAKE_COLOUR, size=13)
    d.arrow([(152, 85), (400, 85), (452, 132)], REAL_COLOUR)
    d.arrow([(362, 221), (400, 221), (452, 176)], FAKE_COLOUR)
    d.network(458, 100, 150, 110, "discriminator", D_COLOUR, widens=False)
    d.arrow([(612, 155), (640, 155)])
    d.box(644, 134, 60, 42, "logits", size=13)
    d.arrow([(708, 146), (744, 108)])
    d.arrow([(708, 164), (744, 210)])
    for y, name, colour in ((60, "d_loss", D_COLOUR), (182, "g_loss", G_COLOUR)):
        d.box(748, y, 132, 76, colour=colour)
        d.text(814, y + 20, name)
    d.arrow([(814, 56), (814, 30), (533, 30), (533, 112)], D_COLOUR, dashed=True)
    d.arrow([(814, 262), (814, 296), (176, 296), (176, 262)], G_COLOUR, dashed=True)
    places = {
        1: [(426, 108), (426, 198)],
        2: [(500, 182)],
        3: [(526, 182)],
        4: [(786, 112)],
        5: [(814, 112)],
        6: [(842, 112), (842, 234)],
        7: [(814, 234)],
        8: [(680, 30), (400, 296)],
        9: [(222, 190)],
    }
    for number, spots in places.items():
        for x, y in spots:
            badge(d, x, y, number, radius=10)
    names = [
        "random shifts: what D sees",
        "minibatch discrimination: a layer",
        "spectral normalisation: its weights",
        "label smoothing: its labels",
        "R1 penalty: its slope at real points",
        "hinge loss: both losses",
        "feature matching: G's aim",
        "two learning rates: both steps",
        "averaged weights: only the drawing",
    ]
    for number, name in enumerate(names, start=1):
        x, y = 34 + 292 * ((number - 1) // 3), 340 + 28 * ((number - 1) % 3)
        badge(d, x, y, number, radius=10)
        d.text(x + 18, y, name, anchor="start", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"11_score": score, "11_failures": failures, "11_where": where}
