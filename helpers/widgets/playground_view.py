"""The playground's picture and its controls."""

import asyncio
import io
import math
from collections.abc import Callable

from helpers import plotting

import ipywidgets as widgets
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from PIL import Image

SURFACE = LinearSegmentedColormap.from_list("surface", ["#f4c7a6", "#ffffff", "#a9cdea"])
ARROW_SCALE, ARROW_LONGEST = 0.1, 0.35  # length of an arrow for a gradient of 1, and the longest drawn
STEPS_PER_PICTURE = 20


class Painter:
    """Draws a playground as a PNG. What stays the same is drawn once, what moves on top of it."""

    def __init__(self, view: float) -> None:
        self.view, self._key = view, None
        self.figure = plotting.Figure(figsize=(9.2, 4.5), dpi=80)
        self.canvas = FigureCanvasAgg(self.figure)

    def _draw_still(self, game, right: float, low: float, high: float) -> None:
        """Draw axes, labels and legends, and prepare what moves."""
        self.figure.clear()
        plane, losses = self.figure.subplots(1, 2, width_ratios=[1, 1])
        edges, probability = (-self.view, self.view), game.loss.chance is not None
        plane.set(
            xlim=edges, ylim=edges, aspect="equal", xlabel="first coordinate", ylabel="second coordinate"
        )
        colours = "D: real (blue) or fake (orange)" if probability else "critic: high (blue), low (orange)"
        plane.set_title(f"{game.settings['data']}   background = {colours}", fontsize=10)
        extent, empty = (*edges, *edges), np.full((2, 2), 0.5)
        self.surface = plane.imshow(
            empty, SURFACE, vmin=0, vmax=1, origin="lower", extent=extent, animated=True
        )
        marker = {"marker": "o", "ls": "", "ms": 3, "animated": True}
        points = game.data.points[:500]
        (self.real,) = plane.plot(*points.T, color=plotting.REAL_COLOUR, alpha=0.5, label="real", **marker)
        self.arrows = plane.quiver(
            *np.zeros((4, 300)), angles="xy", scale_units="xy", scale=1, width=0.004, alpha=0.6, animated=True
        )
        (self.fake,) = plane.plot(
            [], [], color=plotting.FAKE_COLOUR, mec="black", mew=0.4, label="fake", **marker
        )
        losses.set(xlim=(0, right), ylim=(low, high), xlabel="generator updates (steps)", ylabel="loss")
        losses.set_title("losses" if probability else "losses (Wasserstein: no chance line)", fontsize=10)
        self.curves = {}
        for name, colour in (("d_loss", plotting.D_COLOUR), ("g_loss", plotting.G_COLOUR)):
            (self.curves[name],) = losses.plot([], [], color=colour, lw=1.3, label=name, animated=True)
            if probability:
                level = game.loss.chance[name]
                losses.axhline(level, color=colour, ls="--", lw=1, label=f"chance {level:.2f}")
        handles = [self.real, self.fake, *losses.get_legend_handles_labels()[0]]
        self.figure.legend(handles=handles, loc="outside lower center", ncols=len(handles), fontsize=9)
        self.canvas.draw()
        self.still = self.canvas.copy_from_bbox(self.figure.bbox)

    def paint(self, game) -> bytes:
        """Return the picture of a playground."""
        fake, push, logits = game.look()
        history = np.array([(0, math.nan, math.nan), *game.history])
        seen = history[:, 1:][np.isfinite(history[:, 1:])]
        levels = [*(game.loss.chance or {"zero": 0.0}).values()]
        right = 500 * 2 ** max(0, math.ceil(math.log2(max(history[-1, 0], 1) / 500)))
        low, high = (f([*np.clip(seen, -50, 50), *levels]) for f in (min, max))
        key = (
            game.settings["data"],
            game.settings["loss"],
            right,
            math.floor(low) - 0.25,
            math.ceil(high) + 0.25,
        )
        if key != self._key:
            self._draw_still(game, *key[2:])
            self._key = key
        if game.loss.chance is None:  # a critic's scale has no meaning: show high and low alone
            logits = (logits - logits.mean()) / (logits.std() + 1e-9)
        self.surface.set_data(1 / (1 + np.exp(-np.clip(logits, -30, 30))))
        length = np.linalg.norm(push, axis=1, keepdims=True)
        push = push * np.minimum(ARROW_SCALE, ARROW_LONGEST / np.maximum(length, 1e-9))
        self.arrows.set_offsets(fake)
        self.arrows.set_UVC(*push.T)
        self.fake.set_data(*fake.T)
        thin = history[:: max(1, len(history) // 400)]
        for (_, curve), values in zip(self.curves.items(), thin.T[1:], strict=True):
            ok = np.isfinite(values)
            curve.set_data(thin[ok, 0], values[ok])
        self.canvas.restore_region(self.still)
        for artist in (self.surface, self.real, self.arrows, self.fake, *self.curves.values()):
            artist.axes.draw_artist(artist)
        image, file = Image.fromarray(np.asarray(self.canvas.buffer_rgba())).convert("RGB"), io.BytesIO()
        image.save(file, "png", compress_level=1)
        return file.getvalue()


class Controls(widgets.VBox):
    """The picture of a playground with its controls. Training runs between the messages of the kernel."""

    def __init__(self, game) -> None:
        self.game, self.running, self._task = game, False, None
        self.image, self.status = widgets.Image(format="png"), widgets.Label()
        wide = {"style": {"description_width": "11em"}, "layout": widgets.Layout(width="26em")}
        rate = {
            "min": -5,
            "max": 2,
            "step": 0.25,
            "readout_format": ".1e",
            "continuous_update": False,
            **wide,
        }
        self.inputs = {
            "data": widgets.Dropdown(options=game.data_sets, description="data", **wide),
            "loss": widgets.Dropdown(options=list(game.losses), description="loss", **wide),
            "d_learning_rate": widgets.FloatLogSlider(description="learning rate of D", **rate),
            "g_learning_rate": widgets.FloatLogSlider(description="learning rate of G", **rate),
            "d_steps": widgets.IntSlider(min=1, max=10, description="D steps per G step", **wide),
            "seed": widgets.BoundedIntText(min=0, max=999_999, description="seed", **wide),
        }
        for name, control in self.inputs.items():
            control.value = game.settings[name]
            control.observe(
                self._guard(lambda change, name=name: game.choose(**{name: change["new"]})), "value"
            )
        actions = {"Start": self.start, "Pause": self.pause, "Step D": game.step_d, "Step G": game.step_g}
        self.buttons = {name: widgets.Button(description=name) for name in (*actions, "Reset")}
        for name, action in {**actions, "Reset": game.reset}.items():
            self.buttons[name].on_click(self._guard(lambda _, action=action: action()))
        rows = [widgets.HBox(list(self.inputs.values())[i : i + 2]) for i in (0, 2, 4)]
        super().__init__([*rows, widgets.HBox(list(self.buttons.values())), self.image, self.status])
        self.refresh()

    def __repr__(self) -> str:
        return "The playground. Run this cell in Jupyter to play; the figure below shows a run."

    def _guard(self, action: Callable) -> Callable:
        """Wrap a handler: draw afterwards; put any error into words under the picture."""

        def handler(event) -> None:
            try:
                action(event)
                self.refresh()
            except Exception as error:
                self.running = False
                self.status.value = f"Paused. {error}"

        return handler

    def start(self) -> None:
        """Train until paused, in a task of the event loop that handles the kernel's messages."""
        if not self.running:
            loop = asyncio.get_running_loop()
            self.running = True
            self._task = loop.create_task(self._run())

    def pause(self) -> None:
        """Stop after the stretch that is running."""
        self.running = False

    async def _run(self) -> None:
        advance = self._guard(lambda _: self.game.train(STEPS_PER_PICTURE))
        while self.running:
            advance(None)
            await asyncio.sleep(0.02)  # the kernel reads the buttons now

    def refresh(self) -> None:
        """Draw, and say the same in words."""
        game = self.game
        if game.trouble:
            self.running = False
        self.image.value = game.picture()
        modes = game.modes()
        covered = "" if modes is None else f"   modes covered: {modes} of {len(game.data.centres)}"
        words = (
            f"{'Running' if self.running else 'Paused'}. Updates: D {game.d_updates:,}, G {game.g_updates:,}."
        )
        self.status.value = game.trouble or words + covered
