"""The board on which a student draws; for the playground, its squares are full of points."""

from collections.abc import Callable

from helpers import data

import ipywidgets as widgets
import numpy as np

SIDE, EDGE, COUNT = 12, 1.5, 10_000  # squares in a row; the board reaches from -EDGE to EDGE; points
DATA = "The data: press squares, or choose rows and columns, then Mark or Erase."


def points_in(marked: np.ndarray) -> data.PointSet:
    """Return 10,000 points spread evenly over the marked squares, always the same for the same squares.

    Parameters
    ----------
    marked
        Shape (12, 12), bool; the first row is the upper one. The board covers both coordinates from -1.5
        to 1.5, so that a square is 0.25 wide.

    Raises
    ------
    ValueError
        If no square is marked, or ``marked`` is something else.
    """
    marked = np.asarray(marked)
    if marked.shape != (SIDE, SIDE) or marked.dtype != bool:
        found = f"shape {marked.shape} and dtype {marked.dtype}"
        raise ValueError(f"A drawing has the shape ({SIDE}, {SIDE}) and holds True and False, not {found}.")
    if not marked.any():
        raise ValueError("The drawing is empty: mark at least one square of the board.")
    random, squares = np.random.default_rng(0), np.argwhere(marked)
    rows, columns = squares[random.integers(len(squares), size=COUNT)].T
    corners = np.stack([columns, SIDE - 1 - rows], axis=1)
    points = (corners + random.uniform(size=(COUNT, 2))) * (2 * EDGE / SIDE) - EDGE
    return data.PointSet(points.astype("float32"), None, 2 * EDGE / SIDE)


class Board(widgets.VBox):
    """Squares to press one by one; and rows and columns to mark or erase at once, which needs few keys.

    ``use(marked)`` is called after every change. ``marked``, a square array of True and False, gives the
    board its size; ``words`` stand above it. What is put into ``tools`` stands beside the buttons.
    """

    def __init__(self, marked: np.ndarray, use: Callable[[np.ndarray], None], words: str = DATA) -> None:
        self._use, self._waits, self.side = use, False, len(marked)
        places = range(1, self.side + 1)
        look = widgets.Layout(width="1.9em", height="1.6em", margin="0 1px 1px 0", padding="0")
        names = [f"row {row}, column {column}" for row in places for column in places]
        self.squares = [widgets.ToggleButton(tooltip=name, layout=look) for name in names]
        for square in self.squares:
            square.observe(self._changed, "value")
        self.ranges = {
            name: widgets.IntRangeSlider(value=(6, 7), min=1, max=self.side, description=name)
            for name in ("rows", "columns")
        }
        self.buttons = {name: widgets.Button(description=name) for name in ("Mark", "Erase", "Clear")}
        self.buttons["Mark"].on_click(lambda _: self.fill(True))
        self.buttons["Erase"].on_click(lambda _: self.fill(False))
        self.buttons["Clear"].on_click(lambda _: self.show(np.zeros_like(self.marked)))
        self.show(marked, tell=False)
        rows = [widgets.HBox(self.squares[i : i + self.side]) for i in range(0, self.side**2, self.side)]
        self.tools = widgets.HBox([*self.ranges.values(), *self.buttons.values()])
        super().__init__([widgets.Label(words), self.tools, *rows])

    @property
    def marked(self) -> np.ndarray:
        """The drawing, shape (side, side), bool."""
        return np.array([square.value for square in self.squares]).reshape(self.side, self.side)

    @property
    def chosen(self) -> tuple[slice, slice]:
        """The rows and the columns that are chosen."""
        (top, bottom), (left, right) = (chosen.value for chosen in self.ranges.values())
        return slice(top - 1, bottom), slice(left - 1, right)

    def fill(self, value: bool) -> None:
        """Mark or erase the squares of the chosen rows and columns."""
        marked = self.marked
        marked[self.chosen] = value
        self.show(marked)

    def show(self, marked: np.ndarray, tell: bool = True) -> None:
        """Show a drawing, and use it."""
        self._waits = True
        for square, value in zip(self.squares, marked.ravel(), strict=True):
            square.value = bool(value)
        self._waits = False
        if tell:
            self._use(self.marked)

    def _changed(self, change) -> None:
        change["owner"].button_style = "success" if change["new"] else ""
        if not self._waits:
            self._use(self.marked)
