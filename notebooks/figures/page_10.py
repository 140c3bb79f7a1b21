"""Diagrams of page 10: piles of earth, a slope limit, pairs of points, and the critic's game."""

from collections.abc import Callable

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

GRAIN = 17.0


def _pile(d: Diagram, x: float, ground: float, colour: str) -> None:
    """Draw a pile of nine grains whose middle stands at x."""
    for row, count in enumerate((4, 3, 2)):
        for place in range(count):
            left = x + GRAIN * (place - count / 2)
            for _ in range(3):
                d.box(left + 1, ground - GRAIN * (row + 1), GRAIN - 2, GRAIN - 2, colour=colour)


def piles() -> Diagram:
    """Draw a pile of fake earth that is carried to a pile of real earth, over a short and over a long way."""
    alt = "A pile of fake earth is carried to the real pile over a short and a long way."
    d = Diagram(900, 270, alt)
    d.curve([340, 340], [18, 252], "#d0d7de", width=1)
    for left, way, gap in ((60, 110, 1), (410, 330, 3)):
        ground = 150.0
        d.curve([left - 40, left + way + 90], [ground, ground], PALE)
        _pile(d, left + 20, ground, FAKE_COLOUR)
        _pile(d, left + 20 + way, ground, REAL_COLOUR)
        d.arrow([(left + 20, 84), (left + 20, 62), (left + 20 + way, 62), (left + 20 + way, 84)], FAKE_COLOUR)
        d.text(left + 20 + way / 2, 46, "carry it over", size=13)
        d.text(left + 20, 170, "fake", colour=FAKE_COLOUR, bold=True)
        d.text(left + 20 + way, 170, "real", colour=REAL_COLOUR, bold=True)
        d.arrow([(left + 50, 170), (left - 12 + way, 170)], INK, head=False, width=1)
        d.text(left + 20 + way / 2, 188, f"gap {gap}", size=13)
        d.text(left + 20 + way / 2, 218, f"earth mover's distance: {gap}", bold=True)
        d.text(left + 20 + way / 2, 242, "Jensen-Shannon: ln 2", size=13)
    return d


def slope() -> Diagram:
    """Draw a critic that rises towards the real points with the steepest slope allowed, and one too steep."""
    alt = "A critic's score rises from fake points to real ones with slope 1, the limit."
    d = Diagram(900, 300, alt)
    ground, left, right, unit = 240.0, 80.0, 640.0, 0.52
    d.arrow([(left, ground), (right + 30, ground)], PALE, width=1.5)
    d.arrow([(left, ground), (left, 24)], PALE, width=1.5)
    d.text(left - 14, 34, "score", anchor="end", size=13)
    d.text(right + 38, ground, "x", anchor="start", size=13)
    for x in (104, 122, 136, 158, 176, 520, 548, 566, 590):
        d.dot(x, ground, FAKE_COLOUR, radius=5)
    for x in (318, 336, 350, 362, 380, 398):
        d.dot(x, ground, REAL_COLOUR, radius=5)
    d.text(140, ground + 24, "fake", colour=FAKE_COLOUR, bold=True)
    d.text(358, ground + 24, "real", colour=REAL_COLOUR, bold=True)
    d.text(556, ground + 24, "fake", colour=FAKE_COLOUR, bold=True)
    top = 208 - unit * 256
    d.curve([100, 356, 616], [208, top, top + unit * 260], D_COLOUR, width=3)
    d.text(200, 112, "slope 1", colour=D_COLOUR, bold=True)
    d.text(530, 112, "slope -1", colour=D_COLOUR, bold=True)
    d.curve([262, 316], [208, 40], INK, dashed=True, width=2)
    d.text(298, 30, "too steep: forbidden", size=13)
    d.text(704, 96, "mean score of real points", colour=REAL_COLOUR, anchor="start", size=13)
    d.text(704, 120, "minus mean score of fake", colour=FAKE_COLOUR, anchor="start", size=13)
    d.text(704, 150, "= as much as the limit\nallows = the distance", anchor="start", size=13)
    return d


def lines() -> Diagram:
    """Draw real and fake points paired by lot, with a point on each line, and by the best transport."""
    alt = "Lines between real and fake points paired by lot, and the best transport's lines."
    d = Diagram(900, 330, alt)
    real = [(92, 226), (142, 252), (200, 262), (262, 254), (318, 232), (362, 196)]
    fake = [(70, 120), (128, 92), (196, 84), (258, 96), (322, 110), (372, 98)]
    lot, shares = (3, 5, 0, 4, 1, 2), (0.3, 0.72, 0.5, 0.2, 0.84, 0.62)
    for left, pairing, title in (
        (10, lot, "the penalty: paired by lot"),
        (460, range(6), "transport: the least work"),
    ):
        d.text(left + 210, 28, title, bold=True)
        for (a, b), other in zip(real, pairing, strict=True):
            c, e = fake[other]
            d.curve([left + a, left + c], [b, e], PALE, width=1.5)
        if left == 10:
            for (a, b), other, share in zip(real, pairing, shares, strict=True):
                c, e = fake[other]
                d.dot(left + a + share * (c - a), b + share * (e - b), D_COLOUR, radius=6)
        for a, b in real:
            d.dot(left + a, b, REAL_COLOUR, radius=6)
        for a, b in fake:
            d.dot(left + a, b, FAKE_COLOUR, radius=6)
        d.text(left + 390, 98, "fake", colour=FAKE_COLOUR, bold=True, anchor="start")
        d.text(left + 390, 196, "real", colour=REAL_COLOUR, bold=True, anchor="start")
    d.curve([450, 450], [16, 314], "#d0d7de", width=1)
    d.text(220, 300, "at each blue point the slope should be 1", colour=INK, size=13)
    d.text(670, 300, "only here does the theory say: slope 1", colour=INK, size=13)
    return d


def critic() -> Diagram:
    """Draw the game: critic and generator, the estimate, and the penalty on the critic's slope."""
    alt = "The critic scores fake images, real images and points between: estimate and penalty."
    d = Diagram(900, 350, alt)
    d.box(20, 56, 92, 56, "noise\n24 numbers")
    d.network(152, 42, 122, 84, "generator", G_COLOUR, widens=True)
    d.arrow([(116, 84), (148, 84)])
    d.box(316, 56, 104, 56, "fake images", colour=FAKE_COLOUR)
    d.arrow([(278, 84), (312, 84)], FAKE_COLOUR)
    d.box(316, 236, 104, 56, "real images", colour=REAL_COLOUR)
    d.box(316, 146, 104, 56, "points\nbetween", colour=PALE)
    d.arrow([(368, 114), (368, 142)], FAKE_COLOUR)
    d.arrow([(368, 234), (368, 206)], REAL_COLOUR)
    d.network(496, 94, 110, 160, "critic", D_COLOUR, widens=False)
    d.arrow([(424, 84), (460, 84), (460, 138), (492, 138)], FAKE_COLOUR)
    d.arrow([(424, 174), (492, 174)], PALE)
    d.arrow([(424, 264), (460, 264), (460, 210), (492, 210)], REAL_COLOUR)
    d.text(551, 274, "a score: no sigmoid,\nno label", size=12)
    d.box(676, 70, 204, 76, "estimate:\nmean score of real\nminus mean score of fake", size=13)
    d.box(676, 200, 204, 60, "penalty: (slope - 1) squared\nat the points between", size=13)
    d.arrow([(610, 152), (642, 152), (642, 108), (672, 108)], D_COLOUR)
    d.arrow([(610, 196), (642, 196), (642, 230), (672, 230)], D_COLOUR)
    d.arrow([(778, 264), (778, 322), (551, 322), (551, 296)], D_COLOUR, dashed=True)
    d.text(664, 337, "critic: estimate up, penalty down (4 updates)", colour=D_COLOUR, size=12)
    d.arrow([(778, 66), (778, 22), (213, 22), (213, 46)], G_COLOUR, dashed=True)
    d.text(496, 36, "generator: estimate down (1 update)", colour=G_COLOUR, size=12)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "10_piles": piles,
    "10_slope": slope,
    "10_lines": lines,
    "10_critic": critic,
}
