"""Diagrams of page 15b: there and back again, and two tables that both close the cycle."""

from collections.abc import Callable

from helpers import data

from notebooks.figures.parts import pixel_face
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

COLD = {"clothing_colour": "428bca", "background": "b6e3f4"}
WARM = {"clothing_colour": "d11141", "background": "ffd5dc"}
PERSON = {"hat": "none", "accessories": "none", "glasses": "none", "beard": "none", "hair": 20}


def _face(d: Diagram, x: float, y: float, side: float, seed: int, look: dict[str, str]) -> None:
    """Draw a pixel-art face whose upper left corner is (x, y)."""
    (image,) = data.draw_faces(1, seed, **PERSON, **look)[0]
    pixel_face(d, x, y, side, image)


def cycle() -> Diagram:
    """Draw a face translated and translated back, the discriminator of warm faces, and the cycle loss."""
    alt = "A cold face becomes warm and cold again; D judges the warm one, the cycle loss the last one."
    d = Diagram(900, 360, alt)
    for x, words, look, colour in (
        (30, "cold face c", COLD, REAL_COLOUR),
        (370, "F(c): warm", WARM, FAKE_COLOUR),
        (710, "B(F(c)): cold again", COLD, FAKE_COLOUR),
    ):
        _face(d, x, 76, 96, 5, look)
        d.text(x + 48, 56, words, colour=colour, bold=True)
    for x, words in ((190, "F\ncold to warm"), (530, "B\nwarm to cold")):
        d.network(x, 76, 118, 96, words, G_COLOUR, widens=True)
        d.arrow([(x - 60, 124), (x - 6, 124)])
        d.arrow([(x + 122, 124), (x + 176, 124)], G_COLOUR)
    d.arrow([(78, 176), (78, 204), (758, 204), (758, 178)], G_COLOUR, dashed=True)
    d.text(592, 220, "cycle loss: the same face?", colour=G_COLOUR)
    d.network(344, 240, 148, 84, "discriminator\nof warm faces", D_COLOUR, widens=False)
    d.arrow([(418, 176), (418, 240)], FAKE_COLOUR)
    _face(d, 190, 246, 72, 12, WARM)
    d.text(124, 282, "warm faces of\nother people", colour=REAL_COLOUR, bold=True)
    d.arrow([(268, 282), (338, 282)], REAL_COLOUR)
    d.arrow([(496, 282), (540, 282)], D_COLOUR)
    d.text(548, 282, "adversarial loss: real or translated?", colour=D_COLOUR, anchor="start")
    return d


def swap() -> Diagram:
    """Draw two tables of colours; both can be undone, so the cycle loss is zero for both."""
    alt = "Blue to red and green to yellow, or blue to yellow and green to red: both can be undone."
    d = Diagram(900, 220, alt)
    colours = {"blue": "#428bca", "green": "#44c585", "red": "#d11141", "yellow": "#ffd969"}
    for left, crossed, title in ((60, False, "the true table"), (500, True, "another table")):
        d.text(left + 170, 28, title, bold=True)
        for row, (cold, warm) in enumerate((("blue", "red"), ("green", "yellow"))):
            y = 66 + 62 * row
            for x, name in ((left, cold), (left + 260, warm)):
                for _ in range(9):
                    d.box(x, y, 80, 40, colour=colours[name])
                d.text(x + 40, y + 20, name, size=13, bold=True)
            end = 66 + 62 * (1 - row if crossed else row)
            d.arrow([(left + 90, y + 14), (left + 250, end + 14)], INK)
            d.arrow([(left + 250, end + 27), (left + 90, y + 27)], PALE, dashed=True)
        d.text(left + 170, 196, "there and back: nothing changed, cycle loss 0", size=13, italic=True)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"15b_cycle": cycle, "15b_swap": swap}
