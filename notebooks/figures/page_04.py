"""Diagrams of page 04: the parts of a generator and of a discriminator."""

from collections.abc import Callable, Sequence

from notebooks.figures.parts import stack, step
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram


def pair() -> Diagram:
    """Draw both networks as stacks of images, with their sizes."""
    alt = (
        "The generator leads from 24 numbers to 28 x 28 pixels, the discriminator from 28 x 28 to one logit."
    )
    d = Diagram(900, 455, alt)
    d.text(20, 24, "generator", colour=G_COLOUR, anchor="start", bold=True)
    d.text(112, 24, "after each step but the last: batch normalisation, ReLU", anchor="start", size=13)
    middle = 118
    d.box(12, middle - 30, 104, 60, "noise\n24 numbers")
    stack(d, 205, middle, 4, 60, "4 x 4 x 96", G_COLOUR)
    stack(d, 365, middle, 7, 36, "7 x 7 x 32", G_COLOUR)
    stack(d, 520, middle, 14, 24, "14 x 14 x 16", G_COLOUR)
    stack(d, 705, middle, 28, 4, "fake image\n28 x 28 x 1", FAKE_COLOUR)
    step(d, 120, 197, middle, "dense,\nreshape", G_COLOUR)
    step(d, 262, 355, middle, "kernel 4,\nvalid", G_COLOUR)
    step(d, 420, 510, middle, "kernel 4,\nstride 2", G_COLOUR)
    step(d, 600, 695, middle, "kernel 4,\nstride 2, tanh", G_COLOUR)
    d.text(20, 248, "discriminator", colour=D_COLOUR, anchor="start", bold=True)
    words = "after each convolution: LeakyReLU; from the second on, batch normalisation before it"
    d.text(142, 248, words, anchor="start", size=13)
    middle = 340
    stack(d, 30, middle, 28, 4, "an image\n28 x 28 x 1", REAL_COLOUR)
    stack(d, 252, middle, 14, 24, "14 x 14 x 16", D_COLOUR)
    stack(d, 424, middle, 7, 36, "7 x 7 x 32", D_COLOUR)
    stack(d, 564, middle, 4, 52, "4 x 4 x 64", D_COLOUR)
    stack(d, 700, middle, 1, 52, "1 x 1 x 64", D_COLOUR)
    d.box(800, middle - 24, 76, 48, "logit")
    step(d, 156, 242, middle, "kernel 4,\nstride 2", D_COLOUR)
    step(d, 330, 415, middle, "kernel 4,\nstride 2", D_COLOUR)
    step(d, 476, 556, middle, "kernel 3,\nstride 2", D_COLOUR)
    step(d, 612, 692, middle, "kernel 4,\nvalid", D_COLOUR)
    step(d, 735, 793, middle, "dense", D_COLOUR)
    return d


def _path(d: Diagram, middle: float, sizes: Sequence[int], steps: Sequence[str], colour: str) -> None:
    x = 90.0
    for number, size in enumerate(sizes):
        side = 1.9 * size
        if number:
            d.arrow([(x + 6, middle), (x + 104, middle)], colour)
            d.text(x + 54, middle - 16, steps[number - 1], colour=colour, size=13)
            x += 110
        d.box(x, middle - side / 2, side, side, colour=colour)
        inside = size > 8
        d.text(x + side / 2, middle if inside else middle + side / 2 + 14, str(size))
        x += side


def paths() -> Diagram:
    """Draw a path that ends at the discriminator's size, and one that does not."""
    alt = "4, 7, 14, 28 fits the discriminator; strides 2 and 7 lead from 4 over 8 to 56, which is too large."
    d = Diagram(900, 290, alt)
    for middle, sizes, steps, colour in (
        (70, (4, 7, 14, 28), ("kernel 4, valid", "stride 2", "stride 2"), G_COLOUR),
        (200, (4, 8, 56), ("stride 2", "stride 7"), PALE),
    ):
        _path(d, middle, sizes, steps, colour)
        d.network(690, middle - 52, 120, 104, "discriminator", D_COLOUR, widens=False)
        d.text(682, middle - 34, "28", colour=D_COLOUR, anchor="end", bold=True)
    d.arrow([(566, 70), (684, 70)], G_COLOUR)
    d.arrow([(474, 200), (640, 200)], PALE, dashed=True)
    d.text(655, 200, "?", size=26, bold=True)
    d.text(850, 70, "fits", bold=True)
    d.text(450, 275, "4 x 7 is 28, but strides multiply: 4 x 2 x 7 = 56", size=13, italic=True)
    return d


def _dots(d: Diagram, left: float, y: float, places: Sequence[float], marked: int) -> None:
    d.curve([left, left + 360], [y, y], colour=PALE)
    for number, place in enumerate(places):
        if number != marked:
            d.dot(left + place, y, PALE, radius=7)
    d.dot(left + places[marked], y, D_COLOUR, radius=9)


def norm() -> Diagram:
    """Draw one channel before and after batch normalisation, for one image in two batches."""
    alt = "The same value, 5, becomes +1.4 in a batch of smaller values and -1.4 in a batch of larger ones."
    d = Diagram(900, 275, alt)
    d.text(20, 90, "before", anchor="start", bold=True)
    d.text(20, 200, "after", anchor="start", bold=True)
    for left, others, title in ((110, (1, 2, 3, 4), "smaller"), (520, (6, 7, 8, 9), "larger")):
        values = (5, *others)
        mean = sum(values) / 5
        spread = (sum((value - mean) ** 2 for value in values) / 5) ** 0.5
        d.text(left + 180, 30, f"in a batch of {title} values", bold=True)
        _dots(d, left, 90, [36 * value for value in values], marked=0)
        d.text(left + 36 * 5, 66, "5", colour=D_COLOUR, bold=True)
        for value in range(0, 11, 2):
            d.text(left + 36 * value, 112, str(value), colour=PALE, size=11)
        after = [(value - mean) / spread for value in values]
        _dots(d, left, 200, [180 + 80 * value for value in after], marked=0)
        d.text(left + 180 + 80 * after[0], 176, f"{after[0]:+.1f}", colour=D_COLOUR, bold=True)
        for value in (-2, -1, 0, 1, 2):
            d.text(left + 180 + 80 * value, 222, str(value), colour=PALE, size=11)
        d.arrow([(left + 180, 126), (left + 180, 164)], INK)
        words = f"minus the mean {mean:.0f}, divided by the spread {spread:.1f}"
        d.text(left + 180, 250, words, size=13, italic=True)
    return d


def leaky() -> Diagram:
    """Draw ReLU and LeakyReLU, and what their slopes do to a gradient."""
    alt = "Left of zero ReLU is flat and passes no gradient; LeakyReLU has slope 0.2 and passes a fifth."
    d = Diagram(900, 245, alt)
    for middle, slope, name, words in (
        (225, 0.0, "ReLU", "slope 0:\nno gradient"),
        (675, 0.2, "LeakyReLU", "slope 0.2:\na fifth of the gradient"),
    ):
        y = 175
        d.curve([middle - 170, middle + 170], [y, y], colour=PALE, width=1)
        d.curve([middle, middle], [y + 40, 45], colour=PALE, width=1)
        corners = [middle - 150, middle, middle + 125]
        d.curve(corners, [y + 150 * slope, y, y - 125], colour=D_COLOUR, width=4)
        d.text(middle - 100, 110, words, size=13)
        d.text(middle + 140, 120, "slope 1", size=13)
        d.text(middle, 24, name, bold=True)
        d.text(middle + 150, y + 16, "input", size=12, colour=INK)
    return d


def pixel_range() -> Diagram:
    """Draw which values each activation reaches, against the range of the pixels."""
    alt = "Pixels run from -1 to 1, and so does tanh; a sigmoid reaches 0 to 1, ReLU only values from 0 up."
    d = Diagram(900, 245, alt)

    def at(value: float) -> float:
        return 420 + 190 * value

    rows = [("real pixels", -1, 1, REAL_COLOUR), ("tanh", -1, 1, G_COLOUR)]
    rows += [("sigmoid", 0, 1, G_COLOUR), ("ReLU", 0, 1.9, G_COLOUR)]
    for value in (-1, 0, 1):
        d.curve([at(value), at(value)], [36, 208], colour=PALE, dashed=True, width=1)
        d.text(at(value), 226, str(value))
    for row, (name, low, high, colour) in enumerate(rows):
        y = 44 + 42 * row
        d.text(170, y + 14, name, anchor="end", bold=True)
        d.box(at(low), y, at(high) - at(low), 28, colour=colour)
        d.box(at(low), y, at(high) - at(low), 28, colour=colour)
    d.arrow([(at(1.9), 184), (at(2.3), 184)], G_COLOUR)
    d.text(at(-1), 20, "paper")
    d.text(at(1), 20, "ink")
    return d


def logits() -> Diagram:
    """Draw the two ways from the discriminator's answer to the loss."""
    alt = "Loss from the logit: the gradient arrives. Loss from a probability that is cut off: it stops."
    d = Diagram(900, 285, alt)
    for y, name in ((75, "with logits"), (205, "with probabilities")):
        d.text(20, y - 58, name, anchor="start", bold=True)
        d.network(20, y - 36, 130, 72, "discriminator", D_COLOUR, widens=False)
        d.arrow([(154, y), (196, y)], INK)
        d.box(200, y - 22, 92, 44, "logit a")
    d.arrow([(296, 75), (716, 75)], INK)
    d.box(720, 48, 160, 54, "loss\nlog(1 + exp(-a))", size=13)
    d.arrow([(716, 96), (296, 96)], G_COLOUR, "the gradient arrives", dashed=True, at=(506, 114))
    d.arrow([(296, 205), (334, 205)], INK)
    d.box(338, 183, 92, 44, "sigmoid")
    d.arrow([(434, 205), (474, 205)], INK)
    d.box(478, 178, 176, 54, "p, at least\n0.0000001", size=13)
    d.arrow([(658, 205), (716, 205)], INK)
    d.box(720, 178, 160, 54, "loss\n-log p", size=13)
    d.arrow([(716, 224), (662, 224)], G_COLOUR, dashed=True)
    d.text(566, 250, "cut off, p is a constant: no gradient", colour=G_COLOUR, size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "04_pair": pair,
    "04_paths": paths,
    "04_norm": norm,
    "04_leaky": leaky,
    "04_range": pixel_range,
    "04_logits": logits,
}
