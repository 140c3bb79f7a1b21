"""Diagrams of page 22: the game in pairs with its penalties, three digits in one picture, who judges whom."""

from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit, pixel_face
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

FINE = "#CC79A7"  # no colour of a network or of data


def recipe() -> Diagram:
    """Draw the game: a real and a fake image make a pair, the lead decides, and steepness is penalised."""
    alt = (
        "A real and a fake image each get a logit. Their difference is the lead. The discriminator's loss "
        "falls with the lead, the generator's grows with it. The slopes at both images are penalised."
    )
    d = Diagram(900, 352, alt)
    d.box(24, 60, 132, 50, "real image", REAL_COLOUR)
    d.box(24, 216, 62, 50, "noise")
    d.arrow([(90, 241), (112, 241)])
    d.network(116, 196, 112, 90, "generator", G_COLOUR, widens=True)
    d.arrow([(232, 241), (252, 241)], FAKE_COLOUR)
    d.box(256, 216, 102, 50, "fake image", FAKE_COLOUR)
    d.arrow([(160, 85), (400, 85), (440, 136)], REAL_COLOUR)
    d.arrow([(362, 241), (400, 241), (440, 188)], FAKE_COLOUR)
    d.network(446, 106, 140, 112, "discriminator", D_COLOUR, widens=False)
    d.arrow([(590, 140), (626, 140)], REAL_COLOUR)
    d.arrow([(590, 184), (626, 184)], FAKE_COLOUR)
    d.box(630, 118, 96, 88, "lead\nreal minus\nfake logit")
    d.arrow([(730, 146), (760, 104)])
    d.arrow([(730, 178), (760, 222)])
    d.box(764, 62, 118, 56, "d_loss: falls\nwith the lead", D_COLOUR, size=13)
    d.box(764, 208, 118, 56, "g_loss: grows\nwith the lead", G_COLOUR, size=13)
    d.box(424, 268, 184, 50, "penalties: slopes\nat both images", FINE, size=13)
    d.arrow([(516, 264), (516, 214)], FINE, dashed=True)
    d.arrow([(612, 293), (744, 293), (744, 90), (760, 90)], FINE)
    d.arrow([(823, 58), (823, 30), (516, 30), (516, 118)], D_COLOUR, dashed=True)
    d.arrow([(823, 268), (823, 334), (172, 334), (172, 290)], G_COLOUR, dashed=True)
    return d


def fines() -> Diagram:
    """Draw logits over a line of points: steep between two heaps, and what is left after the penalties."""
    alt = (
        "Left: real and fake points on a line, the logit climbs steeply between them, and the arrows on fake "
        "points are long. Right: both heaps lie together, the logit is flat, and no arrow is left."
    )
    d = Diagram(900, 270, alt)
    random = np.random.default_rng(3)
    for left, gap, words in (
        (60, 110.0, "apart: D climbs from fake to real"),
        (500, 8.0, "met: a flat D, nobody is pushed"),
    ):
        d.text(left + 170, 24, words, bold=True)
        d.arrow([(left, 200), (left + 340, 200)], PALE)
        d.text(left + 330, 216, "points", size=12)
        for middle, colour in ((left + 170 - gap / 2, FAKE_COLOUR), (left + 170 + gap / 2, REAL_COLOUR)):
            for x in random.normal(middle, 16, size=14):
                d.dot(x, 200 + 5 * (1 if colour == REAL_COLOUR else -1), colour, radius=3)
        xs = np.linspace(left + 10, left + 330, 60)
        height = 92 if gap > 50 else 12
        d.curve(list(xs), list(130 - height / 2 * np.tanh((xs - left - 170) / 46)), D_COLOUR)
        if gap > 50:
            for x in (-88, -38):
                d.arrow([(left + 170 + x, 178), (left + 170 + x + 36, 178)], G_COLOUR, width=1.6)
    d.text(40, 246, "blue: logit of D", colour=D_COLOUR, size=12, anchor="start")
    d.text(180, 246, "orange: fake points", colour=FAKE_COLOUR, size=12, anchor="start")
    d.text(330, 246, "green: real points", colour=REAL_COLOUR, size=12, anchor="start")
    d.text(
        470,
        246,
        "red: where the slope pushes fake points (a sketch)",
        colour=G_COLOUR,
        size=12,
        anchor="start",
    )
    return d


def stacked() -> Diagram:
    """Draw three digits that become the red, green and blue of one picture."""
    alt = "Three digits, 5, 3 and 7, become the red, green and blue of one picture; its mode is number 537."
    d = Diagram(900, 200, alt)
    paint = np.full((16, 16, 3), -1.0)
    for number, (label, name) in enumerate(((5, "red: hundreds"), (3, "green: tens"), (7, "blue: units"))):
        image = digit(label)
        paint[1:15, 1:15, number] = image
        x = 40 + 190 * number
        d.pixels(x, 44, 104, image)
        d.text(x + 52, 26, f"{label}", bold=True)
        d.text(x + 52, 168, name, size=13)
        d.text(x + 147, 96, "+" if number < 2 else "=", size=22)
    pixel_face(d, 616, 44, 104, paint)
    d.text(668, 26, "one picture", bold=True)
    d.text(668, 168, "28 x 28, three colours", size=13)
    d.text(808, 96, "mode 537\nof 1,000", bold=True)
    return d


def judged() -> Diagram:
    """Draw a discriminator that looks through a judge's eyes, and three judges that score the result."""
    alt = (
        "Images pass through a held judge, whose 64 features go to a small discriminator. Afterwards three "
        "judges score the images: that judge, a second classifier, and a count of edges."
    )
    d = Diagram(900, 250, alt)
    d.text(230, 22, "in training", bold=True)
    d.network(24, 70, 104, 84, "generator", G_COLOUR, widens=True)
    d.arrow([(132, 112), (164, 112)], FAKE_COLOUR)
    d.network(168, 62, 124, 100, "judge A", INK, widens=False, held=True)
    d.arrow([(296, 112), (328, 112)])
    d.text(312, 94, "64", size=12)
    d.network(332, 76, 126, 72, "small D", D_COLOUR, widens=False)
    d.arrow([(395, 152), (395, 200), (76, 200), (76, 150)], G_COLOUR, dashed=True)
    d.text(236, 218, "the generator is told what judge A sees", colour=G_COLOUR, size=12)
    d.curve([500, 500], [20, 230], PALE, dashed=True)
    d.text(690, 22, "afterwards: three verdicts", bold=True)
    d.box(524, 98, 96, 46, "fake images", FAKE_COLOUR, size=13)
    for y, words in (
        (44, "judge A: its features\nwere the target"),
        (98, "judge B: another\nclassifier"),
        (152, "edges: no network"),
    ):
        d.arrow([(624, 121), (668, y + 23)], PALE)
        d.box(672, y, 200, 46, words, size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "22_recipe": recipe,
    "22_fines": fines,
    "22_stacked": stacked,
    "22_judged": judged,
}
