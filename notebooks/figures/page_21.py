"""Diagrams of page 21: the files of a generator and what each needs, one batch on four devices."""

from collections.abc import Callable

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

FILES = (
    ("weights", "numbers alone", "your program"),
    (".keras", "numbers and layers", "Keras"),
    ("export", "numbers and operations", "TensorFlow"),
    ("for a phone", "one byte a number", "an interpreter"),
)


def forms() -> Diagram:
    """Draw a generator that is saved in four forms, each opened elsewhere with what it needs."""
    d = Diagram(900, 330, "A generator saved in four forms; each needs something else to draw again.")
    d.network(30, 105, 130, 110, "generator", G_COLOUR, widens=True)
    d.text(95, 240, "trained here", size=13, italic=True)
    d.text(310, 26, "the file holds", size=13, bold=True)
    d.text(575, 26, "a new process needs", size=13, bold=True)
    d.text(800, 26, "and draws", size=13, bold=True)
    for place, (name, holds, needs) in enumerate(FILES):
        y = 46 + 70 * place
        d.arrow([(164, 160), (190, 160), (190, y + 26), (218, y + 26)], G_COLOUR)
        d.box(222, y, 178, 52, f"{name}\n{holds}", colour=G_COLOUR, size=13)
        d.arrow([(404, y + 26), (496, y + 26)], PALE)
        d.box(500, y, 150, 52, needs, size=13)
        d.arrow([(654, y + 26), (752, y + 26)], FAKE_COLOUR)
        d.pixels(776, y + 2, 48, -digit(3))
        d.text(848, y + 26, "?", colour=FAKE_COLOUR, size=22, bold=True)
    return d


def devices() -> Diagram:
    """Draw a batch that is cut in four; each device has both networks, and gradients are added."""
    d = Diagram(900, 350, "A batch cut in four parts, one for each device; their gradients are added up.")
    d.text(80, 26, "one batch of 100", size=13, bold=True)
    d.box(24, 46, 112, 262, colour=REAL_COLOUR)
    for place in range(4):
        y = 46 + 66 * place
        d.text(80, y + 31, f"images {25 * place + 1}\nto {25 * (place + 1)}", size=12)
        if place:
            d.arrow([(24, y), (136, y)], REAL_COLOUR, dashed=True, head=False, width=1)
        d.arrow([(140, y + 31), (206, y + 31)], REAL_COLOUR)
        d.box(210, y + 4, 300, 54, colour=INK)
        d.text(252, y + 31, f"device {place}", size=13)
        d.network(300, y + 10, 70, 42, "G", G_COLOUR, widens=True)
        d.network(414, y + 10, 70, 42, "D", D_COLOUR, widens=False)
        d.arrow([(372, y + 31), (410, y + 31)], FAKE_COLOUR)
        d.arrow([(514, y + 31), (590, y + 31), (590, 177), (640, 177)], D_COLOUR)
    d.text(360, 26, "the same weights on each", size=13, bold=True)
    d.dot(662, 177, D_COLOUR, radius=20)
    d.text(662, 177, "+", colour="#ffffff", size=28, bold=True)
    d.text(662, 132, "gradients", size=13, bold=True)
    d.arrow([(684, 177), (732, 177)], D_COLOUR)
    d.box(736, 142, 144, 70, "one update,\nthe same on each")
    d.arrow([(808, 216), (808, 322), (360, 322), (360, 308)], PALE)
    d.text(590, 336, "next step", size=12)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"21_forms": forms, "21_devices": devices}
