"""Draw an outline on a board of squares, and see at once how a network fills it.

`Drawing` holds the outline and the answer and can be used without a browser; `show` puts controls on it.
"""

import time
from collections.abc import Callable, Mapping

from helpers.images import check_images, to_uint8
from helpers.widgets.panel import Panel
from helpers.widgets.playground_board import Board
from helpers.widgets.playground_view import as_png

import ipywidgets as widgets
import numpy as np

SQUARES, SIZE, SCALE = 16, 64, 5  # squares in a row; pixels of an outline's side; screen pixels of a pixel
WORDS = "Press squares, or choose a range and a tool."


def edge(inside: np.ndarray) -> np.ndarray:
    """Return the squares of a filled shape, bool (n, n), that have a neighbour outside it."""
    wide = np.pad(inside, 1)
    deep = wide[:-2, 1:-1] & wide[2:, 1:-1] & wide[1:-1, :-2] & wide[1:-1, 2:]
    return inside & ~deep


def ring(rows: int, columns: int) -> np.ndarray:
    """Return the outline of the largest ellipse in rows by columns squares, bool."""
    down, across = ((2 * np.arange(n) + 1) / n - 1 for n in (rows, columns))
    return edge(down[:, None] ** 2 + across**2 <= 1)


def to_outline(marked: np.ndarray) -> np.ndarray:
    """Return marked squares, bool (16, 16), as an outline, float32 (1, 64, 64, 1): line 1, paper -1."""
    grey = np.where(marked, 1.0, -1.0).astype("float32")
    return grey.repeat(SIZE // SQUARES, axis=0).repeat(SIZE // SQUARES, axis=1)[None, ..., None]


def to_squares(outline: np.ndarray) -> np.ndarray:
    """Return an outline, (64, 64, 1), as marked squares: those of which half or more is line."""
    step = SIZE // SQUARES
    parts = np.asarray(outline).reshape(SQUARES, step, SQUARES, step)
    return parts.mean(axis=(1, 3)) >= 0


class Drawing:
    """An outline that is drawn, and how the notebook's network fills it.

    Parameters
    ----------
    fill
        The notebook's network: outlines ``(n, 64, 64, 1)``, line 1 and paper -1, to images
        ``(n, 64, 64, 3)`` in [-1, 1].
    examples
        ``{name: outline}``, at least one, outlines ``(64, 64, 1)``: where a drawing may start. The first
        is drawn at the start.

    Attributes
    ----------
    marked : numpy.ndarray
        The drawing, bool (16, 16).
    image : numpy.ndarray
        The network's answer, ``(64, 64, 3)``.
    seconds : float
        How long the last answer took, from the changed drawing to the finished picture.
    png : bytes
        The answer as a PNG file, each pixel 5 by 5.

    Raises
    ------
    ValueError
        If there is no example, or the network's answer is no image of that shape.
    """

    def __init__(self, fill: Callable[[np.ndarray], np.ndarray], examples: Mapping[str, np.ndarray]) -> None:
        if not examples:
            raise ValueError("A drawing needs at least one example to start from, as {name: outline}.")
        self.fill, self.examples = fill, {name: to_squares(outline) for name, outline in examples.items()}
        self.draw(next(iter(self.examples.values())))  # the first answer also compiles the network
        self.draw(self.marked)

    def draw(self, marked: np.ndarray) -> None:
        """Draw these squares, and have them filled."""
        started, outline = time.perf_counter(), to_outline(np.asarray(marked, dtype=bool))
        image = check_images(np.asarray(self.fill(outline)))
        if image.shape != (1, SIZE, SIZE, 3):
            raise ValueError(f"The network must answer with one image of 64 x 64 x 3, not {image.shape}.")
        self.marked, self.image = np.array(marked, dtype=bool), image[0]
        self.png = as_png(to_uint8(self.image).repeat(SCALE, axis=0).repeat(SCALE, axis=1))
        self.seconds = time.perf_counter() - started

    def describe(self) -> str:
        """Say in words how much is drawn, and how long the answer took."""
        return f"{self.marked.sum()} squares drawn. Filled in {1000 * self.seconds:.0f} ms."


def show(drawing: Drawing) -> Panel:
    """Return the board with its tools, beside it the picture that fills the drawing, and a line in words."""
    picture, message = widgets.Image(format="png"), widgets.Label()
    start = widgets.Dropdown(options=list(drawing.examples), description="start from")

    def use(marked: np.ndarray) -> None:
        try:
            drawing.draw(marked)
            picture.value, message.value = drawing.png, drawing.describe()
        except (TypeError, ValueError) as error:
            message.value = f"This cannot be filled. {error}"

    board = Board(drawing.marked, use, WORDS)

    def add(shape: Callable[[int, int], np.ndarray]) -> None:
        marked = board.marked
        marked[board.chosen] |= shape(*marked[board.chosen].shape)
        board.show(marked)

    shapes = {"Ring": ring, "Frame": lambda rows, columns: edge(np.ones((rows, columns), bool))}
    for name, shape in shapes.items():
        button = widgets.Button(description=name)
        button.on_click(lambda _, shape=shape: add(shape))
        board.tools.children += (button,)
    for tool in board.tools.children[2:]:  # after the two ranges
        tool.layout.width = "5em"
    board.tools.layout.flex_flow, board.layout = "row wrap", widgets.Layout(width="27em", flex="0 0 auto")
    start.observe(lambda change: board.show(drawing.examples[change["new"]]), names="value")
    use(board.marked)
    return Panel([start, widgets.HBox([board, widgets.VBox([picture, message])])])
