"""What several pages' diagrams are put together from: small digits, stacks of images, numbered places."""

import itertools

from helpers import data
from helpers.images import to_uint8

import numpy as np

from notebooks.figures.svg import INK, Diagram

UNIT = 4.2  # screen pixels for a pixel of an image in a stack


def digit(label: int, number: int = 0) -> np.ndarray:
    """Return a real test digit, the how-manieth of its class, (14, 14): each pixel the mean of 2 x 2."""
    images, labels = data.load_digits("test")
    return images[labels == label][number, ..., 0].reshape(14, 2, 14, 2).mean(axis=(1, 3))


def pixel_face(d: Diagram, x: float, y: float, side: float, image: np.ndarray) -> None:
    """Draw a colour image (16, 16, 3), pixels in [-1, 1], whose upper left corner is (x, y)."""
    unit = side / 16
    for row, line in enumerate(to_uint8(image)):
        ends = [0, *(1 + np.flatnonzero(np.diff(line.astype(int), axis=0).any(axis=1))), 16]
        for start, end in itertools.pairwise(ends):
            colour = "#" + bytes(line[start]).hex()
            middle = y + unit * (row + 0.5)
            d.curve([x + unit * start, x + unit * end], [middle, middle], colour, width=unit + 0.4)


def stack(
    d: Diagram, x: float, middle: float, size: int, depth: float, words: str, colour: str, below: float = 78
) -> None:
    """Draw the output of a layer, size by size pixels, around a height; its words stand ``below`` that."""
    side = UNIT * size
    d.block(x, middle - side / 2, side, depth, colour=colour)
    d.text(x + side / 2, middle + below, words, size=13)


def step(d: Diagram, start: float, end: float, middle: float, words: str, colour: str) -> None:
    """Draw a layer as an arrow from stack to stack, with its words above."""
    d.arrow([(start, middle), (end, middle)], colour)
    d.text((start + end) / 2, middle - 26, words, colour=colour, size=12)


def badge(d: Diagram, x: float, y: float, number: int, radius: float = 9) -> None:
    """Write a number in a dark circle."""
    d.dot(x, y, INK, radius=radius)
    d.text(x, y, str(number), colour="#ffffff", size=12, bold=True)
