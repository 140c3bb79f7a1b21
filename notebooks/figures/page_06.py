"""Diagrams of page 06: the design of 2016, a listing of then and now, and how far back Adam looks."""

from collections.abc import Callable, Sequence

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram

MIDDLE = 196.0  # the height at which all layers of the first diagram are centred


def _layers(d: Diagram, start: float, units: Sequence[int], names: Sequence[str], colour: str) -> float:
    """Draw dense layers as bars, higher for more units, with lines between them; return the right end."""
    heights = [14 + 0.22 * count for count in units]
    for number, (count, height) in enumerate(zip(units, heights, strict=True)):
        x = start + 62 * number
        if number:
            for a, b in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
                ends = [MIDDLE + a * heights[number - 1] / 2, MIDDLE + b * height / 2]
                d.curve([x - 36, x], ends, colour=PALE, width=0.8)
        d.box(x, MIDDLE - height / 2, 26, height, colour=colour)
        d.text(x + 13, MIDDLE + height / 2 + 14, str(count), size=13)
        d.text(x + 13, MIDDLE - height / 2 - 14, names[number], size=12, colour=colour)
    return start + 62 * (len(units) - 1) + 26


def design() -> Diagram:
    """Draw both networks as layers of units, with the two losses and where their gradients go."""
    alt = (
        "100 noise numbers pass layers of 128, 128 and 784 units and become a fake image; fake and real "
        "images pass 784, 128 and 128 units and become one logit, from which both losses are computed."
    )
    d = Diagram(900, 410, alt)
    d.text(175, 26, "generator G", colour=G_COLOUR, bold=True)
    d.text(587, 26, "discriminator D", colour=D_COLOUR, bold=True)
    d.text(36, MIDDLE - 34, "noise z", size=13)
    end = _layers(d, 22, (100, 128, 128, 784), ("", "leaky", "leaky", "tanh"), G_COLOUR)
    d.arrow([(end + 6, MIDDLE), (end + 40, MIDDLE)], FAKE_COLOUR)
    left = end + 44
    d.box(left, MIDDLE - 37, 74, 74, colour=FAKE_COLOUR)
    d.pixels(left + 4, MIDDLE - 33, 66, (digit(3, 0) + digit(3, 1)) / 2)
    d.text(left + 37, MIDDLE + 52, "fake image", size=13)
    d.box(left, 50, 74, 74, colour=REAL_COLOUR)
    d.pixels(left + 4, 54, 66, digit(7, 0))
    d.text(left + 37, 36, "real image", size=13)
    start = 472.0
    d.arrow([(left + 80, MIDDLE), (start - 6, MIDDLE)], FAKE_COLOUR)
    d.arrow([(left + 80, 87), (start - 26, 87), (start - 4, 130)], REAL_COLOUR)
    end = _layers(d, start, (784, 128, 128, 1), ("", "leaky", "leaky", ""), D_COLOUR)
    d.text(end - 13, MIDDLE - 24, "logit", size=12, colour=D_COLOUR)
    d.arrow([(end + 4, MIDDLE - 8), (766, 140)])
    d.arrow([(end + 4, MIDDLE + 8), (766, 252)])
    d.box(770, 104, 116, 62, "d_loss\nreal 0.9, fake 0", D_COLOUR, size=13)
    d.box(770, 226, 116, 62, "g_loss\nfake as 1", G_COLOUR, size=13)
    d.arrow([(828, 100), (828, 52), (578, 52), (578, 152)], D_COLOUR, dashed=True)
    d.text(716, 38, "changes D", colour=D_COLOUR, size=13)
    d.arrow([(828, 292), (828, 348), (160, 348), (160, 242)], G_COLOUR, dashed=True)
    d.text(630, 364, "back through D, which is held still", colour=G_COLOUR, size=13)
    d.text(230, 364, "changes G", colour=G_COLOUR, size=13)
    words = (
        "numbers: units of a layer; every unit sees all units before it. Solid: forward; dashed: gradients."
    )
    d.text(450, 390, words, size=12, italic=True)
    return d


def then_now() -> Diagram:
    """Draw the two stages of a TensorFlow 1 program, and the one of today."""
    alt = (
        "Then: placeholders and operations were put into a graph, and a session ran parts of it. Now: a "
        "function is given a batch, computes and updates."
    )
    d = Diagram(900, 250, alt)
    d.text(20, 64, "2016", anchor="start", bold=True, size=16)
    d.box(96, 24, 452, 92, colour=PALE)
    d.text(322, 40, "first describe: a graph, in which nothing is computed yet", size=12, italic=True)
    for x, wide, words in (
        (110, 112, "placeholders"),
        (248, 120, "G, D, losses"),
        (394, 140, "two minimize()"),
    ):
        d.box(x, 56, wide, 44, words, size=13)
    d.arrow([(224, 78), (245, 78)])
    d.arrow([(370, 78), (391, 78)])
    d.arrow([(552, 78), (604, 78)])
    d.box(608, 44, 270, 66, "then run:\nsession.run(both, feed_dict=batch)", size=13)
    d.text(20, 186, "today", anchor="start", bold=True, size=16)
    d.box(96, 164, 120, 46, "a batch", size=13)
    d.arrow([(220, 187), (262, 187)])
    d.box(266, 152, 384, 70, colour=INK)
    d.text(458, 172, "a function that computes at once: train_step", size=12, italic=True)
    d.text(458, 198, "losses, tape.gradient, optimizer.apply", size=13)
    d.arrow([(654, 187), (696, 187)])
    d.box(700, 164, 178, 46, "losses, new weights", size=13)
    d.text(
        450,
        236,
        "Keras still makes a graph of the function, for speed, but it does so by itself.",
        size=12,
        italic=True,
    )
    return d


def memory() -> Diagram:
    """Draw the share of each past gradient in Adam's running mean, for two values of beta_1."""
    alt = (
        "With beta_1 0.9 the gradients of more than ten past steps count, with 0.5 nearly all weight lies on "
        "the last three; the discriminator was another one at each of these steps."
    )
    d = Diagram(900, 300, alt)
    for left, beta in ((50, 0.9), (490, 0.5)):
        d.text(left + 180, 26, f"beta_1 = {beta}", bold=True)
        bottom, weight, older = 196.0, 1 - beta, 0.0
        for ago in range(13):
            x = left + 338 - 28 * ago
            height = 270 * weight
            d.box(x, bottom - height, 20, height, colour=G_COLOUR)
            if ago > 9:
                older += weight
            if ago in (0, 3, 6, 9, 12):
                d.text(x + 10, bottom + 16, "now" if ago == 0 else str(ago), size=12)
            if ago % 3 == 0:
                d.network(x - 14, bottom + 48, 48, 26, "", D_COLOUR, widens=False, held=ago > 0)
            weight *= beta
        d.curve([left - 6, left + 366], [bottom, bottom], colour=PALE)
        d.text(left + 180, bottom + 34, "steps ago", size=12)
    d.text(
        450,
        286,
        "below: the discriminator that gave the gradient; at each step it was another one",
        size=12,
        italic=True,
    )
    d.text(66, 62, "share of a gradient\nin the next step", size=12, anchor="start")
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "06_design": design,
    "06_then_now": then_now,
    "06_memory": memory,
}
