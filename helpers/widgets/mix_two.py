"""Mix two pictures of a style generator: each level takes its style from one of them; slide truncation.

`Mixer` holds the choice and can be used without a browser; `show` puts controls on it.
"""

from collections.abc import Callable, Sequence

from helpers import plotting
from helpers.images import check_images
from helpers.widgets.panel import Panel
from helpers.widgets.pick_a_sample import as_png

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

PARENTS = ("A", "B")
MOST = 1.5  # times the distance from the mean that the mapping network gave


class Mixer:
    """Two parents, whose style each level takes, and how far from the mean style.

    Parameters
    ----------
    draw
        The notebook's synthesis network: styles ``(n, levels, width)`` to images ``(n, h, w, c)`` in
        [-1, 1].
    styles
        Of two or more pictures, shape ``(count, levels, width)``. The first two are A and B at the start.
    mean
        The mean style, shape ``(width,)``.
    names
        What each level is called, coarse to fine.

    Attributes
    ----------
    parents : list
        Which of the styles is A, and which B.
    chosen : list
        "A" or "B" for each level.
    truncation : float
        1 leaves the styles as they are, 0 makes them all the mean.

    Raises
    ------
    ValueError
        If the shapes do not fit, or a value is not finite.
    """

    def __init__(
        self,
        draw: Callable[[np.ndarray], np.ndarray],
        styles: np.ndarray,
        mean: np.ndarray,
        names: Sequence[str],
    ) -> None:
        styles, mean = np.asarray(styles, dtype="float32"), np.asarray(mean, dtype="float32")
        if styles.ndim != 3 or len(styles) < 2 or styles.shape[1:] != (len(names), *mean.shape):
            raise ValueError(
                f"Styles of two pictures or more, (count, {len(names)}, width), and a mean, (width,), are "
                f"needed, not {styles.shape} and {mean.shape}."
            )
        if not (np.isfinite(styles).all() and np.isfinite(mean).all()):
            raise ValueError("Some styles are not finite (nan or inf).")
        self.draw, self.styles, self.mean, self.names = draw, styles, mean, tuple(names)
        self.parents, self.truncation = [0, 1], 1.0
        half = len(self.names) // 2
        self.chosen = ["A"] * (len(self.names) - half) + ["B"] * half

    def choose(self, level: int, parent: str) -> None:
        """Let a level take its style from "A" or "B"; ValueError if there is no such level or parent."""
        if parent not in PARENTS or level not in range(len(self.names)):
            raise ValueError(
                f"Levels go from 0 to {len(self.names) - 1} and take 'A' or 'B', not {level}, {parent!r}."
            )
        self.chosen[level] = parent

    def truncate(self, far: float) -> None:
        """Set the truncation; ValueError unless it is from 0 to 1.5."""
        if not 0 <= far <= MOST:
            raise ValueError(f"The truncation must be from 0 to {MOST}, not {far}.")
        self.truncation = float(far)

    def another(self, parent: str) -> None:
        """Take the next picture that neither parent is; the last is followed by the first."""
        place = PARENTS.index(parent)
        turned = np.roll(np.arange(len(self.styles)), -1 - self.parents[place])
        self.parents[place] = next((int(k) for k in turned if k not in self.parents), self.parents[place])

    def images(self) -> np.ndarray:
        """Return A, the mixture and B, all three truncated; errors as `check_images`."""
        a, b = self.styles[self.parents]
        mixed = np.where([[parent == "B"] for parent in self.chosen], b, a)
        moved = self.mean + self.truncation * (np.stack([a, mixed, b]) - self.mean)
        return check_images(np.asarray(self.draw(moved.astype("float32"))))

    def picture(self) -> Figure:
        """Draw A, the mixture and B side by side."""
        return plotting.sample_grid(self.images(), columns=3)

    def describe(self) -> str:
        """Say in words which level follows whom, and the truncation."""
        taken = ", ".join(
            f"{name} from {parent}" for name, parent in zip(self.names, self.chosen, strict=True)
        )
        return f"The middle picture: {taken}. Truncation {self.truncation:.2f}."


def show(mixer: Mixer) -> Panel:
    """Return a switch for each level, a slider, buttons, the pictures, and a line that says it in words."""
    picture, message = widgets.Image(format="png", width=420), widgets.HTML()
    look = {"style": {"description_width": "7em"}}

    def draw() -> None:
        try:
            picture.value, message.value = as_png(mixer.picture(), dpi=240), mixer.describe()
        except (TypeError, ValueError) as error:
            message.value = f"This cannot be drawn. {error}"

    switches = []
    for level, (name, parent) in enumerate(zip(mixer.names, mixer.chosen, strict=True)):
        switch = widgets.ToggleButtons(options=PARENTS, value=parent, description=name, **look)
        switch.style.button_width = "3em"
        switch.observe(lambda change, k=level: (mixer.choose(k, change["new"]), draw()), names="value")
        switches.append(switch)
    slider = widgets.FloatSlider(
        min=0, max=MOST, step=0.05, value=mixer.truncation, description="truncation", **look
    )
    slider.observe(lambda change: (mixer.truncate(change["new"]), draw()), names="value")
    buttons = [widgets.Button(description=f"Another {parent}") for parent in PARENTS]
    for button, parent in zip(buttons, PARENTS, strict=True):
        button.on_click(lambda _, parent=parent: (mixer.another(parent), draw()))
    draw()
    pictures = widgets.VBox([widgets.Label("left: A, middle: the mixture, right: B"), picture])
    return Panel([widgets.HBox([widgets.VBox([*switches, slider, *buttons]), pictures]), message])
