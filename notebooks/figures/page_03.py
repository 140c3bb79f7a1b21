"""Diagrams of page 03: how a picture grows."""

from collections.abc import Callable

from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, Diagram

STAMPS = ("#CC79A7", "#56B4E9", "#6f42c1")  # no colour of a network or of data
KERNEL, INPUT = (1, 2, 3, 4), (1, 2, 3)


def _cell(d: Diagram, x: float, y: float, side: float, value: object, colour: str) -> None:
    """Draw a square with a number; a filled one if it is coloured."""
    d.box(x, y, side - 3, side - 3, colour=colour)
    if colour != PALE:
        d.box(x, y, side - 3, side - 3, colour=colour)
    d.text(x + (side - 3) / 2, y + (side - 3) / 2, str(value), colour=PALE if colour == PALE else INK)


def growing() -> Diagram:
    """Draw a generator as a row of stacks that get wider and thinner."""
    d = Diagram(900, 235, "A generator: noise becomes 4 x 4, 7 x 7, 14 x 14 and at last 28 x 28 pixels.")
    middle = 112
    d.box(12, middle - 30, 104, 60, "noise\n24 numbers")
    stacks = [(4, 96, 205, 60), (7, 32, 365, 36), (14, 16, 520, 24), (28, 1, 705, 4)]
    for size, maps, x, depth in stacks:
        side = 4.3 * size
        colour = G_COLOUR if maps > 1 else FAKE_COLOUR
        d.block(x, middle - side / 2, side, depth, colour=colour)
        what = f"{maps} maps" if maps > 1 else "one fake image"
        d.text(x + side / 2, 205, f"{size} x {size}\n{what}", size=13)
    d.arrow([(120, middle), (197, middle)], G_COLOUR, "dense,\nreshape", at=(154, middle - 24))
    for start, end in ((262, 355), (420, 510), (600, 695)):
        d.arrow([(start, middle), (end, middle)], G_COLOUR)
        d.text((start + end) / 2, middle - 24, "transposed\nconvolution", colour=G_COLOUR, size=13)
    return d


def stamps() -> Diagram:
    """Draw a transposed convolution in one dimension as stamps that add up."""
    alt = "Each input number multiplies the kernel; the three stamps, two places apart, are added."
    d = Diagram(900, 345, alt)
    side, left, top = 44, 420, 62
    d.text(75, 32, "input", bold=True)
    d.text(240, 32, "kernel", bold=True)
    d.text(left + 4 * side, 32, "stamps: stride 2, so each begins two places further", bold=True)
    for row, (value, colour) in enumerate(zip(INPUT, STAMPS, strict=True)):
        y = top + 58 * row
        _cell(d, 54, y, side, value, colour)
        d.text(125, y + 20, "x", size=16)
        for place, weight in enumerate(KERNEL):
            _cell(d, 152 + side * place, y, side, weight, INK)
            _cell(d, left + side * (2 * row + place), y, side, value * weight, colour)
        d.arrow([(340, y + 20), (left + side * 2 * row - 8, y + 20)], colour)
    sums = [0] * 8
    for row, value in enumerate(INPUT):
        for place, weight in enumerate(KERNEL):
            sums[2 * row + place] += value * weight
    y = top + 58 * 3 + 24
    d.curve([left - 6, left + 8 * side + 4], [y - 16, y - 16])
    d.text(left - 20, y + 20, "added, the output:", anchor="end", bold=True)
    for place, value in enumerate(sums):
        _cell(d, left + side * place, y, side, value, INK)
    d.text(left + 4 * side, y + 60, "where two stamps overlap, their numbers add", size=13, italic=True)
    return d


def matrix() -> Diagram:
    """Draw the matrix of a convolution and its transpose."""
    alt = "The matrix C has the kernel in each of 3 rows; in its transpose the kernel stands in columns."
    d = Diagram(900, 375, alt)
    side, x, y = 34, 60, 150
    d.text(x + 4 * side, 40, "C: the convolution", bold=True)
    d.text(x + 4 * side, 64, "8 numbers become 3", size=13)
    tall, top = 610, 92
    d.text(tall + 1.5 * side, 40, "C transposed: the transposed convolution", bold=True)
    d.text(tall + 1.5 * side, 64, "3 numbers become 8", size=13)
    for row in range(3):
        for column in range(8):
            place = column - 2 * row
            inside = 0 <= place < 4
            value, colour = (KERNEL[place], STAMPS[row]) if inside else (0, PALE)
            _cell(d, x + side * column, y + side * row, side, value, colour)
            _cell(d, tall + side * row, top + side * column, side, value, colour)
    d.text(x + 4 * side, y + 3 * side + 24, "each row: one stop of the kernel", size=13, italic=True)
    d.text(
        tall + 3 * side + 20, top + 4 * side, "each column:\none stamp", size=13, anchor="start", italic=True
    )
    d.arrow([(370, 200), (580, 200)], INK, "rows become columns")
    return d


def sizes() -> Diagram:
    """Draw the sizes on the way down, on a way up that misses, and on one that arrives."""
    alt = "Halving 28 gives 14, 7 and 4; doubling 4 gives 8, 16 and 32; by 4, 7, 14 one comes back to 28."
    d = Diagram(900, 330, alt)
    rows = [
        ("down, stride 2", (28, 14, 7, 4), D_COLOUR, "a discriminator"),
        ("up, stride 2", (4, 8, 16, 32), PALE, "misses 28"),
        ("up, kernel 4 without stride,\nthen stride 2 twice", (4, 7, 14, 28), G_COLOUR, "our generator"),
    ]
    for row, (how, path, colour, what) in enumerate(rows):
        middle = 62 + 103 * row
        d.text(24, middle, how, anchor="start", size=13)
        d.text(876, middle, what, anchor="end", size=13, bold=True)
        for number, size in enumerate(path):
            x, side = 310 + 130 * number, 2.5 * size
            d.box(x - side / 2, middle - side / 2, side, side, colour=colour)
            d.text(x, middle, str(size)) if size > 7 else d.text(x, middle + 24, str(size))
            if number:
                before = 2.5 * path[number - 1] / 2
                d.arrow([(x - 130 + before + 6, middle), (x - side / 2 - 6, middle)], colour)
    return d


def overlap() -> Diagram:
    """Draw how many stamps cover each place, for kernel 3 and kernel 4 with stride 2."""
    alt = "Stamps of kernel 3, two places apart, cover places 2, 1, 2, 1 times; stamps of kernel 4 all twice."
    d = Diagram(900, 285, alt)
    side = 32
    for kernel, left in ((3, 85), (4, 500)):
        d.text(left + 5 * side, 30, f"kernel {kernel}, stride 2", bold=True)
        counts = [0] * (6 + kernel)
        for stamp in range(4):
            colour = STAMPS[stamp % 3]
            d.box(left + 2 * side * stamp, 52 + 34 * stamp, side * kernel - 3, 26, colour=colour)
            d.box(left + 2 * side * stamp, 52 + 34 * stamp, side * kernel - 3, 26, colour=colour)
            for place in range(kernel):
                counts[2 * stamp + place] += 1
        for place, count in enumerate(counts):
            inner = 2 <= place < 8
            _cell(
                d,
                left + side * place,
                205,
                side,
                count,
                STAMPS[2] if inner and count == 2 else PALE,
            )
        words = "inside: 2, 1, 2, 1, ... a checkerboard" if kernel == 3 else "inside: 2 everywhere"
        d.text(left + 5 * side, 260, words, size=13, italic=True)
    d.text(16, 220, "stamps\nper place", size=12, anchor="start")
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "03_growing": growing,
    "03_stamps": stamps,
    "03_matrix": matrix,
    "03_sizes": sizes,
    "03_overlap": overlap,
}
