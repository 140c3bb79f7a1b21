"""Diagrams of page 07: five rules on two networks, two habits beside them, and what seeds can show."""

import itertools
from collections.abc import Callable, Sequence

from notebooks.figures.parts import UNIT, badge, stack, step
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

KINDS = ("#CC79A7", "#56B4E9")  # no colour of a network or of data
REAL, FAKE = (1.0, 2.0, 4.0, 6.0, 8.0, 9.0), (5.5, 5.8, 6.0, 6.1, 6.2, 6.4)


def _badges(d: Diagram, x: float, y: float, rules: Sequence[int]) -> None:
    """Write the numbers of rules in dark circles, side by side around x."""
    for place, rule in enumerate(rules):
        middle = x + 22 * place - 11 * (len(rules) - 1)
        badge(d, middle, y, rule)


def _stack(
    d: Diagram,
    x: float,
    middle: float,
    size: int,
    depth: float,
    words: str,
    colour: str,
    rules: Sequence[int],
) -> None:
    stack(d, x, middle, size, depth, words, colour, below=76)
    _badges(d, x + UNIT * size / 2, middle + 104, rules)


def _step(
    d: Diagram, start: float, end: float, middle: float, words: str, colour: str, rules: Sequence[int] = (1,)
) -> None:
    step(d, start, end, middle, words, colour)
    _badges(d, (start + end) / 2, middle + 18, rules)


def rules() -> Diagram:
    """Draw both networks as stacks of images, with the number of each rule where it acts."""
    alt = (
        "The generator leads from 24 numbers to 28 x 28 pixels, the discriminator back to 1; five rules act."
    )
    d = Diagram(900, 540, alt)
    middle = 120
    d.text(20, 24, "generator", colour=G_COLOUR, anchor="start", bold=True)
    d.box(20, middle - 30, 92, 60, "noise\n24 numbers")
    _stack(d, 205, middle, 4, 60, "4 x 4 x 96", G_COLOUR, (2, 4))
    _stack(d, 365, middle, 7, 36, "7 x 7 x 32", G_COLOUR, (2, 4))
    _stack(d, 520, middle, 14, 24, "14 x 14 x 16", G_COLOUR, (2, 4))
    _stack(d, 705, middle, 28, 4, "fake image\n28 x 28 x 1", FAKE_COLOUR, (4,))
    _step(d, 116, 197, middle, "dense,\nreshape", G_COLOUR, (3,))
    _step(d, 262, 355, middle, "kernel 4,\nvalid", G_COLOUR)
    _step(d, 420, 510, middle, "kernel 4,\nstride 2", G_COLOUR)
    _step(d, 600, 695, middle, "kernel 4,\nstride 2", G_COLOUR)
    middle = 355
    d.text(20, 262, "discriminator", colour=D_COLOUR, anchor="start", bold=True)
    _stack(d, 30, middle, 28, 4, "an image\n28 x 28 x 1", REAL_COLOUR, ())
    _stack(d, 252, middle, 14, 24, "14 x 14 x 16", D_COLOUR, (5,))
    _stack(d, 424, middle, 7, 36, "7 x 7 x 32", D_COLOUR, (2, 5))
    _stack(d, 564, middle, 4, 52, "4 x 4 x 64", D_COLOUR, (2, 5))
    _stack(d, 700, middle, 1, 52, "1 x 1 x 64", D_COLOUR, (2, 5))
    d.box(804, middle - 24, 76, 48, "logit")
    _step(d, 156, 242, middle, "kernel 4,\nstride 2", D_COLOUR)
    _step(d, 330, 415, middle, "kernel 4,\nstride 2", D_COLOUR)
    _step(d, 476, 556, middle, "kernel 3,\nstride 2", D_COLOUR)
    _step(d, 612, 692, middle, "kernel 4,\nvalid", D_COLOUR)
    _step(d, 738, 797, middle, "dense", D_COLOUR, (3,))
    legend = [
        (30, 494, "strides and transposed convolutions, no pooling"),
        (410, 494, "batch normalisation"),
        (610, 494, "no hidden dense layer"),
        (30, 520, "ReLU in the generator, tanh at its end"),
        (410, 520, "leaky ReLU in the discriminator"),
    ]
    for rule, (x, y, words) in enumerate(legend, start=1):
        _badges(d, x, y, (rule,))
        d.text(x + 16, y, words, anchor="start", size=13)
    return d


def _normalised(values: Sequence[float], of: Sequence[float]) -> list[float]:
    """Return the values minus the mean of a batch, divided by its spread."""
    mean = sum(of) / len(of)
    spread = (sum((value - mean) ** 2 for value in of) / len(of)) ** 0.5
    return [(value - mean) / spread for value in values]


def _line(d: Diagram, left: float, y: float, places: Sequence[float], colour: str) -> None:
    d.curve([left, left + 236], [y, y], colour=PALE)
    for place in places:
        d.dot(left + place, y, colour, radius=6)


def batches() -> Diagram:
    """Draw one channel of two batches: as it is, normalised apart, normalised as one batch."""
    alt = "Drawings that are nearly alike spread when normalised apart; in a mixed batch they stay together."
    d = Diagram(900, 300, alt)
    real_y, fake_y, both = 105, 205, REAL + FAKE
    d.text(18, real_y, "real", colour=REAL_COLOUR, anchor="start", bold=True)
    d.text(18, fake_y, "drawn", colour=FAKE_COLOUR, anchor="start", bold=True)
    columns = [
        (86, "one channel, before", "the drawings are nearly alike"),
        (366, "normalised apart", "small differences are stretched"),
        (646, "one mixed batch", "they stay a narrow bunch"),
    ]
    for left, title, words in columns:
        d.text(left + 118, 30, title, bold=True)
        d.text(left + 118, 276, words, size=13, italic=True)
    _line(d, 86, real_y, [23.6 * value for value in REAL], REAL_COLOUR)
    _line(d, 86, fake_y, [23.6 * value for value in FAKE], FAKE_COLOUR)
    for left, real_of, fake_of in ((366, REAL, FAKE), (646, both, both)):
        _line(d, left, real_y, [118 + 50 * value for value in _normalised(REAL, real_of)], REAL_COLOUR)
        _line(d, left, fake_y, [118 + 50 * value for value in _normalised(FAKE, fake_of)], FAKE_COLOUR)
        for value in (-2, -1, 0, 1, 2):
            d.text(left + 118 + 50 * value, fake_y + 22, str(value), colour=PALE, size=11)
    for value in range(0, 11, 2):
        d.text(86 + 23.6 * value, fake_y + 22, str(value), colour=PALE, size=11)
    d.box(358, real_y - 32, 252, 64, colour=D_COLOUR)
    d.box(358, fake_y - 32, 252, 64 + 10, colour=D_COLOUR)
    d.box(638, real_y - 32, 252, fake_y - real_y + 74, colour=D_COLOUR)
    return d


def average() -> Diagram:
    """Draw weights that circle, their average, and how much each step counts in it."""
    alt = "The weights circle, and their average moves into the circle; late steps count most in it."
    d = Diagram(900, 310, alt)
    x, y, mean_x, mean_y = -330.0, 60.0, -330.0, 60.0
    path, means = [(x, y)], [(x, y)]
    for moment in range(2, 150):  # a turn of 19 degrees: 12, 35 and 37 are the sides of a right triangle
        x, y = (35 * x - 12 * y) / 37, (12 * x + 35 * y) / 37
        shrink = 0.9 if x * x + y * y > 110.0 * 110.0 else 1.0
        x, y = shrink * x, shrink * y
        keep = 1.0
        for _ in range(8):
            keep *= 1 - 1 / moment
        mean_x, mean_y = keep * mean_x + (1 - keep) * x, keep * mean_y + (1 - keep) * y
        path.append((x, y))
        means.append((mean_x, mean_y))

    def place(points: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
        return [390 + a for a, _ in points], [180 + 0.6 * b for _, b in points]

    d.curve(*place(path), colour=G_COLOUR, width=1.6)
    d.curve(*place(means), colour=INK, width=1.6)
    d.dot(60, 216, G_COLOUR, radius=6)
    (now_x,), (now_y,) = place(path[-1:])
    (rest_x,), (rest_y,) = place(means[-1:])
    d.dot(now_x, now_y, G_COLOUR, radius=7)
    d.dot(rest_x, rest_y, INK, radius=7)
    d.text(60, 240, "start", colour=G_COLOUR)
    d.text(255, 30, "two of the generator's weights during training (a sketch)", bold=True)
    d.text(now_x, now_y + 22, "weights now", colour=G_COLOUR)
    d.arrow([(546, 130), (rest_x + 9, rest_y - 5)], INK, width=1.2)
    d.text(546, 116, "average", bold=True)
    left, bottom, wide, high = 620, 230, 240, 150
    shares = [step / 40 for step in range(41)]
    heights = []
    for share in shares:
        height = 1.0
        for _ in range(7):
            height *= share
        heights.append(bottom - high * height)
    xs = [left + wide * share for share in shares]
    d.curve([*xs, left + wide], [*heights, bottom], colour=INK, filled=True)
    d.curve([left, left + wide], [bottom, bottom], colour=PALE)
    d.text(left + wide / 2, 30, "how much a step counts", bold=True)
    d.text(left, bottom + 20, "first step", size=13, anchor="start")
    d.text(left + wide, bottom + 20, "now", size=13, anchor="end")
    d.curve([left + wide * 8 / 9] * 2, [bottom, bottom - high], colour=PALE, dashed=True)
    d.text(left + 203, bottom - high + 10, "mean age:\na ninth of the run", size=13, anchor="end")
    return d


def seeds() -> Diagram:
    """Draw the 20 orders of three runs of one kind and three of another, on a line."""
    alt = "Of the 20 orders of three runs of the base and three changed ones, two keep the kinds apart."
    d = Diagram(900, 285, alt)
    d.text(450, 28, "six runs, ordered by their distance: all 20 orders", bold=True)
    for number, chosen in enumerate(itertools.combinations(range(6), 3)):
        x, y = 62 + 172 * (number % 5), 72 + 46 * (number // 5)
        d.curve([x - 14, x + 124], [y, y], colour=PALE)
        for place in range(6):
            d.dot(x + 22 * place, y, KINDS[0 if place in chosen else 1], radius=7)
        if chosen in ((0, 1, 2), (3, 4, 5)):
            d.box(x - 20, y - 18, 150, 36)
    d.dot(250, 262, KINDS[0], radius=7)
    d.text(264, 262, "base", anchor="start", size=13)
    d.dot(370, 262, KINDS[1], radius=7)
    d.text(384, 262, "one thing changed", anchor="start", size=13)
    d.box(560, 248, 40, 28)
    d.text(610, 262, "ranges apart", anchor="start", size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "07_rules": rules,
    "07_batches": batches,
    "07_average": average,
    "07_seeds": seeds,
}
