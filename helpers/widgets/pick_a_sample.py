"""Pick a sample: move single numbers of a noise vector and see what the generator draws.

`Picker` holds the noise and can be used without a browser; `show` puts sliders on it.
"""

import io
from collections.abc import Callable, Sequence

from helpers import plotting

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

LIMIT = 3.0  # 99.7 % of standard normal numbers lie between -3 and 3


class Panel(widgets.VBox):
    """A box whose stored text is a sentence, for readers without a kernel."""

    def __repr__(self) -> str:
        return "An interactive panel. Run this cell in JupyterLab to use it; the picture shows how it looks."


def as_png(figure: Figure, dpi: int = 100) -> bytes:
    """Return a figure as the bytes of a PNG file."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=dpi)
    return buffer.getvalue()


class Picker:
    """One noise vector, as it was drawn and as it was moved.

    Parameters
    ----------
    generate
        The notebook's generator: noise ``(n, latent_dim)`` to images ``(n, h, w, c)`` in [-1, 1].
    latent_dim
        Length of the noise vector.
    coordinates
        Which of its numbers may be moved, from 0 to ``latent_dim - 1``.
    seed
        Fixes the samples.

    Attributes
    ----------
    drawn, noise : numpy.ndarray
        Shape ``(latent_dim,)``: as drawn (standard normal, cut off at -3 and 3; those with a slider
        rounded to 0.1), and as moved.

    Raises
    ------
    ValueError
        If a coordinate does not exist or none is given.
    """

    def __init__(
        self,
        generate: Callable[[np.ndarray], np.ndarray],
        latent_dim: int,
        coordinates: Sequence[int] = (0, 1, 2, 3),
        seed: int = 1,
    ) -> None:
        wrong = [c for c in coordinates if not 0 <= c < latent_dim]
        if wrong or not len(coordinates):
            raise ValueError(
                f"coordinates must be numbers from 0 to {latent_dim - 1}, at least one; "
                f"{wrong or 'an empty list'} is not."
            )
        self.generate, self.latent_dim = generate, latent_dim
        self.coordinates = [int(c) for c in coordinates]
        self._random = np.random.default_rng(seed)
        self.new_sample()

    def new_sample(self) -> None:
        """Draw another noise vector."""
        values = self._random.standard_normal(self.latent_dim).clip(-LIMIT, LIMIT)
        # A slider rounds to its step, so a drawn number that it shows must be rounded already.
        values[self.coordinates] = values[self.coordinates].round(1)
        self.drawn = values.astype("float32")
        self.noise = self.drawn.copy()

    def move(self, coordinate: int, value: float) -> None:
        """Set one number of the noise; ValueError if it has no slider or the value is beyond 3."""
        if coordinate not in self.coordinates:
            raise ValueError(f"Coordinate {coordinate} has no slider; these have one: {self.coordinates}.")
        if not -LIMIT <= value <= LIMIT:
            raise ValueError(f"The value must be from {-LIMIT:g} to {LIMIT:g}, not {value}.")
        self.noise[coordinate] = value

    def back(self) -> None:
        """Undo all moves."""
        self.noise = self.drawn.copy()

    def images(self) -> np.ndarray:
        """Return two images, from the noise as drawn and as moved; errors as `check_images`."""
        return plotting.check_images(np.asarray(self.generate(np.stack([self.drawn, self.noise]))))

    def picture(self) -> Figure:
        """Draw both images: on the left as drawn, on the right as moved."""
        return plotting.sample_grid(self.images(), columns=2)

    def describe(self) -> str:
        """Say in words which numbers were moved, and how much the picture changed."""
        moved = [c for c in self.coordinates if self.noise[c] != self.drawn[c]]
        if not moved:
            return "Nothing is moved: both pictures are equal."
        before, after = self.images()
        words = ", ".join(f"{c} from {self.drawn[c]:.1f} to {self.noise[c]:.1f}" for c in moved)
        return f"Moved: {words}. Mean change of a pixel: {np.abs(after - before).mean():.3f}."


def show(picker: Picker) -> Panel:
    """Return sliders, two buttons, the picture, and a line that says the same in words."""
    picture, message = widgets.Image(format="png", width=360), widgets.HTML()
    look = {"style": {"description_width": "10em"}, "layout": {"width": "28em"}}
    sliders = {
        c: widgets.FloatSlider(min=-LIMIT, max=LIMIT, step=0.1, description=f"noise number {c}", **look)
        for c in picker.coordinates
    }
    new = widgets.Button(description="New sample", tooltip="Draw another noise vector")
    back = widgets.Button(description="Undo moves", tooltip="Put the sliders back")
    busy = False  # True while the program itself moves the sliders

    def draw() -> None:
        try:
            picture.value = as_png(picker.picture(), dpi=240)
            message.value = picker.describe()
        except (TypeError, ValueError) as error:
            message.value = f"This cannot be drawn. {error}"

    def refill() -> None:
        nonlocal busy
        busy = True
        for c, slider in sliders.items():
            slider.value = float(picker.drawn[c])
        busy = False
        draw()

    def moved(change: dict) -> None:
        if not busy:
            picker.move(next(c for c, slider in sliders.items() if slider is change["owner"]), change["new"])
            draw()

    for slider in sliders.values():
        slider.observe(moved, names="value")
    new.on_click(lambda _: (picker.new_sample(), refill()))
    back.on_click(lambda _: (picker.back(), refill()))
    refill()
    controls = widgets.VBox([*sliders.values(), widgets.HBox([new, back])])
    pictures = widgets.VBox([widgets.Label("left: as drawn, right: as moved"), picture])
    return Panel([widgets.HBox([controls, pictures]), message])
