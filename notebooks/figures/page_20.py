"""Diagrams of page 20: four questions about a generator, and what truncation does to the few."""

from collections.abc import Callable

from helpers import data

import numpy as np

from notebooks.figures.parts import badge, pixel_face
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

PERSON = {"hat": "none", "accessories": "none", "glasses": "none", "beard": "none"}
DARK, LIGHT = "#8d5524", "#f5cfa0"  # of the palette's eight tones, the eighth and the second
FACTOR = 0.7


def _faces(tones: tuple[int, ...], seed: int) -> np.ndarray:
    """Return a face of each tone."""
    images = [data.draw_faces(len(tones), seed, skin=tone, **PERSON)[0][i] for i, tone in enumerate(tones)]
    return np.stack(images)


def questions() -> Diagram:
    """Draw a generator on its way to others, and where four questions about it are asked."""
    alt = "Faces train a generator, which draws faces for others; four questions end on a model card."
    d = Diagram(900, 330, alt)
    for number, face in enumerate(_faces((1, 6), seed=4)):
        pixel_face(d, 44, 66 + 62 * number, 58, face)
    d.text(73, 48, "data", colour=REAL_COLOUR, bold=True)
    d.arrow([(112, 124), (186, 124)], REAL_COLOUR)
    d.network(190, 72, 130, 104, "generator", G_COLOUR, widens=True)
    d.text(255, 200, "a file, given away", size=13)
    d.arrow([(324, 124), (394, 124)], G_COLOUR)
    for number, face in enumerate(_faces((0, 2), seed=14)):
        pixel_face(d, 402, 66 + 62 * number, 58, face)
    d.text(431, 48, "drawings", colour=FAKE_COLOUR, bold=True)
    d.arrow([(470, 124), (530, 124)], FAKE_COLOUR)
    d.network(534, 78, 104, 92, "detector", D_COLOUR, widens=False)
    for number, x, y in ((1, 478, 62), (2, 120, 62), (3, 586, 62), (4, 255, 224)):
        badge(d, x, y, number, radius=11)
    d.box(676, 28, 206, 274)
    d.text(779, 52, "model card", bold=True)
    words = ("Who is drawn,\nand how often?", "Whose picture\nis known by heart?")
    words += ("Can one tell\na drawing?", "Does the file\nsay what it is?")
    for number, line in enumerate(words, start=1):
        y = 44 + 56 * number
        badge(d, 702, y, number, radius=11)
        d.text(724, y, line, anchor="start", size=14)
    d.curve([255, 255, 664], [240, 270, 270], PALE, width=1.6)
    d.arrow([(640, 270), (672, 270)], PALE)
    return d


def _cloud(radius: float) -> list[tuple[float, float]]:
    """Return points of a round cloud, normally distributed, laid out as in a sunflower: no lot is drawn."""
    count = 150
    found = []
    for number in range(count):
        far = (-2 * np.log(1 - (number + 0.5) / count)) ** 0.5
        angle = 2.399963 * number
        found.append((radius * far * np.cos(angle), radius * far * np.sin(angle)))
    return found


def truncation() -> Diagram:
    """Draw the cloud of noise and a border, beyond which the few are drawn; then the cloud shrunk."""
    alt = "A cloud of noise and a border: the shrunk cloud has hardly a point on the far side."
    d = Diagram(900, 300, alt)
    for left, factor, words in ((20, 1.0, "psi = 1"), (470, FACTOR, f"psi = {FACTOR}")):
        x, y, border = left + 140, 154, 56.0
        d.text(x - 60, 26, words, bold=True)
        beyond = 0
        for a, b in _cloud(44.0):
            a, b = factor * a, factor * b
            beyond += a > border
            d.dot(x + a, y + b, DARK if a > border else LIGHT, radius=4)
        d.curve([x + border, x + border], [48, 262], INK, dashed=True)
        d.text(x + border + 84, 54, "from here on, the\nrare tones are drawn", anchor="start", size=13)
        d.arrow([(x + border + 78, 54), (x + border + 6, 54)], PALE)
        d.text(x, 284, f"{beyond} of 150 points lie beyond the border", size=13)
    d.curve([450, 450], [20, 280], PALE, width=1)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"20_questions": questions, "20_truncation": truncation}
