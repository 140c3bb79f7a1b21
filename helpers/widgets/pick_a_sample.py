"""Pick a sample: choose the digit, walk along directions of the noise, see what is drawn.

`Picker` holds the choice and can be used without a browser; `show` puts controls on it.
"""

import io
from collections.abc import Callable, Mapping

from helpers import plotting
from helpers.images import check_images
from helpers.widgets.panel import Panel

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

LIMIT = 3.0  # how far a slider walks to each side; 99.7 % of normal numbers lie between -3 and 3


def as_png(figure: Figure, dpi: int = 100) -> bytes:
    """Return a figure as the bytes of a PNG file."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=dpi)
    return buffer.getvalue()


class Picker:
    """One noise vector, the digit asked for, and how far to walk along each direction.

    Parameters
    ----------
    generate
        The notebook's generator: noise ``(n, latent_dim)`` and labels ``(n,)`` to images
        ``(n, h, w, c)`` in [-1, 1].
    directions
        ``{name: vector}``, at least one; the vectors have the shape ``(latent_dim,)``, are finite
        and not zero, and are scaled to length 1.
    digit
        The digit asked for at the start, from 0 to ``classes - 1``.
    classes
        How many classes the generator knows.
    seed
        Fixes the samples.

    Attributes
    ----------
    noise : numpy.ndarray
        As drawn, shape ``(latent_dim,)``, standard normal.
    digit : int
        The digit asked for.
    walked : dict
        ``{name: how far}``, from -3 to 3.

    Raises
    ------
    ValueError
        If there is no direction, one is none, or the digit does not exist.
    """

    def __init__(
        self,
        generate: Callable[[np.ndarray, np.ndarray], np.ndarray],
        directions: Mapping[str, np.ndarray],
        digit: int = 0,
        classes: int = 10,
        seed: int = 1,
    ) -> None:
        one_shape = len({np.shape(vector) for vector in directions.values()}) == 1
        vectors = np.array(list(directions.values()) if one_shape else [[0.0]], dtype="float64")
        lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
        if vectors.ndim != 2 or not (np.isfinite(lengths).all() and lengths.all()):
            raise ValueError(
                "directions must be {name: vector}: at least one, of one length, finite, not zero."
            )
        self.generate, self.classes = generate, classes
        self.directions = dict(zip(directions, vectors / lengths, strict=True))
        self._random = np.random.default_rng(seed)
        self.pick(digit)
        self.new_sample()

    def new_sample(self) -> None:
        """Draw another noise vector, and walk nowhere."""
        values = self._random.standard_normal(len(next(iter(self.directions.values()))))
        self.noise = values.astype("float32")
        self.back()

    def pick(self, digit: int) -> None:
        """Ask for another digit, from the same noise; ValueError if it does not exist."""
        if digit not in range(self.classes):
            raise ValueError(f"The digits go from 0 to {self.classes - 1}; {digit} is not among them.")
        self.digit = int(digit)

    def walk(self, name: str, far: float) -> None:
        """Set how far to walk along a direction; ValueError if it is unknown or farther than 3."""
        if name not in self.directions:
            raise ValueError(f"No direction is called {name!r}; there are {', '.join(self.directions)}.")
        if not -LIMIT <= far <= LIMIT:
            raise ValueError(f"The walk must be from {-LIMIT:g} to {LIMIT:g}, not {far}.")
        self.walked[name] = float(far)

    def back(self) -> None:
        """Undo all walks."""
        self.walked = dict.fromkeys(self.directions, 0.0)

    def images(self) -> np.ndarray:
        """Return two images of the digit, as drawn and after the walk; errors as `check_images`."""
        moved = self.noise + sum(far * self.directions[name] for name, far in self.walked.items())
        noise = np.stack([self.noise, moved]).astype("float32")
        return check_images(np.asarray(self.generate(noise, np.full(2, self.digit))))

    def picture(self) -> Figure:
        """Draw both images: on the left as drawn, on the right after the walk."""
        return plotting.sample_grid(self.images(), columns=2)

    def describe(self) -> str:
        """Say in words what is asked for, how far the walk went, and how much the picture changed."""
        walks = ", ".join(f"{name} {far:+.1f}" for name, far in self.walked.items() if far)
        if not walks:
            return f"Asked for a {self.digit}. No walk: both pictures are equal."
        before, after = self.images()
        change = np.abs(after - before).mean()
        return f"Asked for a {self.digit}. Walk: {walks}. Mean change of a pixel: {change:.3f}."


def show(picker: Picker) -> Panel:
    """Return buttons for the digits, sliders, the picture, and a line that says the same in words."""
    picture, message = widgets.Image(format="png", width=360), widgets.HTML()
    look = {"style": {"description_width": "6em"}, "layout": {"width": "28em"}}
    digits = widgets.ToggleButtons(
        options=range(picker.classes),
        value=picker.digit,
        description="digit",
        style={"button_width": "2.4em"},
    )
    sliders = {
        name: widgets.FloatSlider(min=-LIMIT, max=LIMIT, step=0.1, description=name, **look)
        for name in picker.directions
    }
    new = widgets.Button(description="New sample", tooltip="Draw another noise vector")
    back = widgets.Button(description="Undo walk", tooltip="Put the sliders back to 0")

    def draw() -> None:
        try:
            picture.value = as_png(picker.picture(), dpi=240)
            message.value = picker.describe()
        except (TypeError, ValueError) as error:
            message.value = f"This cannot be drawn. {error}"

    def refill() -> None:
        for slider in sliders.values():
            slider.value = 0.0
        draw()

    for name, slider in sliders.items():
        slider.observe(lambda change, name=name: (picker.walk(name, change["new"]), draw()), names="value")
    digits.observe(lambda change: (picker.pick(change["new"]), draw()), names="value")
    new.on_click(lambda _: (picker.new_sample(), refill()))
    back.on_click(lambda _: (picker.back(), refill()))
    draw()
    controls = widgets.VBox([digits, *sliders.values(), widgets.HBox([new, back])])
    pictures = widgets.VBox([widgets.Label("left: as drawn, right: after the walk"), picture])
    return Panel([widgets.HBox([controls, pictures]), message])
