"""Diagrams of page 08: images become points, two clouds, precision and recall as shapes."""

from collections.abc import Callable

from helpers import data

import numpy as np

from notebooks.figures.svg import FAKE_COLOUR, INK, PALE, REAL_COLOUR, Diagram

JUDGE = "#56B4E9"  # the digit classifier: no colour of a network that plays


def _round(
    x: float, y: float, wide: float, high: float, lean: float = 0.0
) -> tuple[list[float], list[float]]:
    """Return the outline of an ellipse around (x, y); lean moves its top to the right."""
    ts = [i / 12 for i in range(13)]
    quarter = [((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)) for t in ts]
    outline = list(quarter)
    for _ in range(3):
        quarter = [(-b, a) for a, b in quarter]
        outline += quarter[1:]
    return [x + wide * a - lean * high * b for a, b in outline], [y + high * b for _, b in outline]


def _lot(count: int, state: int) -> list[tuple[float, float]]:
    """Return points around (0, 0) that look drawn by lot: whole-number arithmetic, the same everywhere."""
    found = []
    for _ in range(count):
        pair = []
        for _ in range(2):
            total = 0
            for _ in range(4):
                state = (1103515245 * state + 12345) % 2147483648
                total += state // 65536 % 1000
            pair.append(total / 1000 - 2)
        found.append((pair[0], pair[1]))
    return found


def measure() -> Diagram:
    """Draw how images become numbers: images, the classifier without its last layer, points, a score."""
    alt = "Real and fake images pass through a digit classifier and become two clouds of points."
    d = Diagram(900, 290, alt)
    images, labels = data.load_digits("test")
    small = images[..., 0].reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4))
    for place, digit in enumerate((2, 5, 7)):
        real = small[labels == digit][1]
        fake = np.concatenate([small[labels == digit][2][:7], small[labels == (digit + 4) % 10][3][7:]])
        d.pixels(24 + 62 * place, 66, 54, real)
        d.pixels(24 + 62 * place, 194, 54, fake)
    d.text(117, 44, "real test images", colour=REAL_COLOUR, bold=True)
    d.text(117, 172, "fake images", colour=FAKE_COLOUR, bold=True)
    d.network(280, 96, 150, 116, "digit\nclassifier", JUDGE, widens=False, held=True)
    d.arrow([(212, 93), (246, 93), (246, 136), (276, 136)], REAL_COLOUR)
    d.arrow([(212, 221), (246, 221), (246, 172), (276, 172)], FAKE_COLOUR)
    d.text(355, 240, "its last layer taken off;\nit never trains here", size=12)
    d.arrow([(434, 154), (502, 154)])
    d.text(474, 186, "64 numbers\nan image", size=12)
    d.curve([520, 520, 730], [50, 250, 250], PALE, width=1)
    for a, b in _lot(40, 5):
        d.dot(608 + 38 * a, 136 + 34 * b, REAL_COLOUR, radius=3)
    for a, b in _lot(40, 77):
        d.dot(662 + 30 * a, 166 + 40 * b, FAKE_COLOUR, radius=3)
    d.text(625, 34, "an image is a point", size=13)
    d.text(625, 266, "(2 of the 64 axes)", size=12)
    d.arrow([(742, 154), (790, 154)])
    d.box(796, 124, 86, 60, "a number")
    return d


def _pair(d: Diagram, x: float, real: tuple, fake: tuple, title: str, result: str) -> None:
    """Draw two clouds with mean and spread; each is (dx, dy, wide, high, points)."""
    d.text(x, 28, title, bold=True)
    for (dx, dy, wide, high, points), colour in ((real, REAL_COLOUR), (fake, FAKE_COLOUR)):
        for a, b in points:
            d.dot(x + dx + wide * a, 150 + dy + high * b, colour, radius=2.5)
    for (dx, dy, wide, high, _), colour in ((real, REAL_COLOUR), (fake, FAKE_COLOUR)):
        outline = _round(x + dx, 150 + dy, 1.15 * wide, 1.15 * high)
        d.curve(*outline, colour, width=2.5, dashed=colour == FAKE_COLOUR)
        d.dot(x + dx, 150 + dy, "#ffffff", radius=7)
        d.dot(x + dx, 150 + dy, colour, radius=5)
    d.text(x, 284, result, size=13)


def frechet() -> Diagram:
    """Draw what the Frechet distance sees: means, spreads, and nothing else."""
    alt = "Clouds with other means, with other spreads, and with other shapes, which count as equal."
    d = Diagram(900, 320, alt)
    one, two, ring = _lot(60, 3), _lot(60, 41), _lot(60, 11)
    around = [(0.82 * a / (a * a + b * b) ** 0.5, 0.82 * b / (a * a + b * b) ** 0.5) for a, b in ring]
    _pair(
        d,
        150,
        (-44, 12, 48, 48, one),
        (44, -12, 48, 48, two),
        "other mean",
        "mean part: large\nspread part: 0",
    )
    d.arrow([(114, 160), (186, 140)], INK)
    _pair(
        d, 450, (0, 0, 66, 66, one), (0, 0, 26, 26, two), "other spread", "mean part: 0\nspread part: large"
    )
    _pair(
        d, 750, (0, 0, 60, 60, one), (0, 0, 60, 60, around), "other shape", "mean part: 0\nspread part: 0 (!)"
    )
    for x in (300, 600):
        d.curve([x, x], [16, 304], "#d0d7de", width=1)
    return d


def precision() -> Diagram:
    """Draw precision and recall as two overlapping shapes, for three generators."""
    alt = "The shape of real images and a small fake shape, one that spills over, one that covers well."
    d = Diagram(900, 320, alt)
    kinds = (
        (150, (-20, 14, 34, 30), "little variety", "precision high\nrecall low"),
        (450, (8, -6, 124, 98), "careless", "precision low\nrecall high"),
        (750, (14, -6, 92, 72), "good", "both high"),
    )
    for x, (dx, dy, wide, high), title, words in kinds:
        d.text(x, 26, title, bold=True)
        for _ in range(2):
            d.curve(*_round(x, 150, 94, 74, lean=0.15), REAL_COLOUR, filled=True)
        for _ in range(2):
            d.curve(*_round(x + dx, 150 + dy, wide, high, lean=0.15), FAKE_COLOUR, filled=True)
        d.text(x, 286, words, size=13)
    d.text(196, 110, "real", colour=INK, bold=True)
    d.text(130, 164, "fake", colour=INK, bold=True)
    for x in (300, 600):
        d.curve([x, x], [16, 304], "#d0d7de", width=1)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "08_measure": measure,
    "08_frechet": frechet,
    "08_precision": precision,
}
