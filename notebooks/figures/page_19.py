"""Diagrams of page 19: what a batch of each arm is made of, and how labels leak through a generator."""

from collections.abc import Callable

from notebooks.figures.svg import FAKE_COLOUR, G_COLOUR, PALE, REAL_COLOUR, Diagram


def batches() -> Diagram:
    """Draw two pools, the labelled digits and what a GAN drew after seeing them, and four kinds of batch."""
    alt = "Four kinds of batch, made of 32 and 32 digits from two pools; two of the four are nudged."
    d = Diagram(900, 420, alt)
    d.text(92, 28, "two pools", bold=True)
    d.box(24, 52, 136, 78, "labelled digits\n10, 30 or 100\nof each class", colour=REAL_COLOUR, size=13)
    d.arrow([(92, 134), (92, 172)], REAL_COLOUR)
    d.text(102, 152, "all that it sees", anchor="start", size=12)
    d.network(24, 176, 136, 84, "conditional\nGAN", G_COLOUR, widens=True)
    d.arrow([(92, 264), (92, 300)], G_COLOUR)
    d.box(24, 304, 136, 78, "generated digits\n4,000, labels\nas asked for", colour=FAKE_COLOUR, size=13)
    d.text(440, 28, "a batch: 64 digits", bold=True)
    rows = (("none", 0, False), ("plain", 0, True), ("generated", 1, False), ("both", 1, True))
    for number, (name, drawn, nudged) in enumerate(rows):
        top = 56 + 86 * number
        middle = top + 28
        d.text(322, middle, name, bold=True, anchor="end")
        second = (FAKE_COLOUR, "32 generated") if drawn else (REAL_COLOUR, "32 labelled")
        d.box(338, top, 104, 56, "32 labelled", colour=REAL_COLOUR, size=13)
        d.box(446, top, 104, 56, second[1], colour=second[0], size=13)
        if nudged:
            d.arrow([(556, middle), (586, middle)])
            d.box(590, top + 8, 76, 40, "nudge", size=13)
            d.arrow([(670, middle), (706, middle)])
        else:
            d.arrow([(556, middle), (706, middle)])
    d.curve([716, 724, 724, 716], [56, 56, 370, 370], PALE)
    d.arrow([(724, 213), (744, 213)])
    d.box(748, 168, 140, 90, "classifier\n400 updates,\nwhatever the arm", size=13)
    d.arrow([(818, 262), (818, 300)])
    d.text(818, 330, "1,000 test digits,\nin no part\nof training", size=13)
    return d


def leak() -> Diagram:
    """Draw the honest way, and the one in which a generator brings labels along."""
    alt = "Above, the generator saw the 100 labels the classifier has; below, it saw 4,000."
    d = Diagram(900, 300, alt)
    for top, words, count in (
        (58, "the same 100\nlabelled digits", "100 labels in all"),
        (192, "4,000\nlabelled digits", "4,000 labels in all"),
    ):
        middle = top + 38
        d.box(24, top, 136, 76, words, colour=REAL_COLOUR, size=13)
        d.arrow([(164, middle), (206, middle)], REAL_COLOUR)
        d.network(210, top - 4, 124, 84, "generator", G_COLOUR, widens=True)
        d.arrow([(338, middle), (380, middle)], G_COLOUR)
        d.box(384, top + 6, 116, 64, "generated\ndigits", colour=FAKE_COLOUR, size=13)
        d.arrow([(504, middle), (586, middle)], FAKE_COLOUR)
        d.box(590, top, 124, 76, "classifier")
        d.text(808, middle, count, bold=True)
        d.text(547, top - 24, "100 labelled digits", colour=REAL_COLOUR, size=13)
        d.arrow([(614, top - 24), (652, top - 24), (652, top - 4)], REAL_COLOUR)
    d.text(24, 22, "honest", bold=True, anchor="start")
    d.text(24, 160, "leaked", bold=True, anchor="start")
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {"19_batches": batches, "19_leak": leak}
