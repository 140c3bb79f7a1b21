"""The playground's picture and its controls."""

import asyncio
import io
import math
from collections.abc import Callable, Sequence

from helpers import plotting
from helpers.widgets.panel import Panel

import ipywidgets as widgets
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from PIL import Image

SURFACE = LinearSegmentedColormap.from_list("surface", ["#f4c7a6", "#ffffff", "#a9cdea"])
LONGEST_ARROW, HALF_LENGTH_AT = 0.4, 0.5  # an arrow grows with the gradient and reaches half length at 0.5
STEPS_PER_PICTURE = 10


class Painter:
    """Draws a playground as a PNG: what stays the same once, what moves on top of it each time."""

    def __init__(self, view: float) -> None:
        self.view, self._key = view, None
        self.canvas = FigureCanvasAgg(plotting.Figure(figsize=(9.2, 4.5), dpi=80))

    def _draw_still(self, game, right: float, low: float, high: float) -> None:
        """Draw axes, labels and legend, and make the artists that move."""
        self.canvas.figure.clear()
        plane, losses = self.canvas.figure.subplots(1, 2)
        edges, chance = (-self.view, self.view), game.loss.chance
        plane.set(xlim=edges, ylim=edges, aspect="equal")
        plane.set(xlabel="first coordinate", ylabel="second coordinate")
        losses.set(xlim=(0, right), ylim=(low, high), xlabel="generator updates (steps)", ylabel="loss")
        losses.set_title(f"{game.settings['loss']} loss" + ("" if chance else ", no chance line"))
        dots, points = {"ls": "", "marker": "o", "ms": 3, "mew": 0.4}, game.data.points[:500]
        extent, no_arrows = (*edges, *edges), np.zeros((4, len(game.look()[1])))
        self.surface = plane.imshow([[0]], SURFACE, vmin=0, vmax=1, origin="lower", extent=extent)
        self.surface.set_interpolation("bilinear")
        (real,) = plane.plot(*points.T, color=plotting.REAL_COLOUR, alpha=0.5, label="real points", **dots)
        self.arrows = plane.quiver(*no_arrows, angles="xy", scale_units="xy", scale=1, width=0.004, alpha=0.6)
        (fake,) = plane.plot([], [], color=plotting.FAKE_COLOUR, mec="black", label="fake points", **dots)
        self.lines, self.title = [fake], plane.set_title("")
        for name, colour in {"d_loss": plotting.D_COLOUR, "g_loss": plotting.G_COLOUR}.items():
            if chance:
                losses.axhline(chance[name], color=colour, ls="--", lw=1, label=f"chance {chance[name]:.2f}")
            self.lines += losses.plot([], [], color=colour, label=name)
        handles = [real, fake, *losses.get_legend_handles_labels()[0]]
        self.canvas.figure.legend(handles=handles, loc="outside lower center", ncols=len(handles), fontsize=9)
        self.moving = [self.surface, real, self.arrows, *self.lines, self.title]
        for artist in self.moving:
            artist.set_animated(True)
        self.canvas.draw()
        self.still = self.canvas.copy_from_bbox(self.canvas.figure.bbox)

    def paint(self, game) -> bytes:
        """Return the picture of a playground as it stands."""
        samples, push, logits = game.look()
        history = np.array([(0, math.nan, math.nan), *game.history], dtype=float)
        seen = history[:, 1:][np.isfinite(history[:, 1:])].clip(-50, 50)
        values = [*seen, *(game.loss.chance or {0: 0}).values()]
        right = 500 * 2 ** max(0, math.ceil(math.log2(max(history[-1, 0], 1) / 500)))
        limits = right, math.floor(min(values)) - 0.25, math.ceil(max(values)) + 0.25
        before, self._key = self._key, (game.settings["data"], game.settings["loss"], *limits)
        if self._key != before:
            self._draw_still(game, *limits)
        if not game.loss.chance:  # the scale of a critic has no meaning: show only where it is high and low
            logits = (logits - logits.mean()) / (logits.std() + 1e-9)
        self.surface.set_data(1 / (1 + np.exp(-logits.clip(-30, 30))))
        length = np.linalg.norm(push, axis=1, keepdims=True)
        self.arrows.set_offsets(samples[: len(push)])
        self.arrows.set_UVC(*(push * LONGEST_ARROW / (length + HALF_LENGTH_AT)).T)
        thin = history[:: 1 + len(history) // 400]
        for line, column in zip(self.lines[1:], thin.T[1:], strict=True):
            line.set_data(thin[np.isfinite(column), 0], column[np.isfinite(column)])
        self.lines[0].set_data(*samples[: len(push)].T)
        modes = game.modes(samples)
        covered = "" if modes is None else f": {modes} of {len(game.data.centres)} modes covered"
        self.title.set_text(game.settings["data"] + covered)
        self.canvas.restore_region(self.still)
        for artist in self.moving:
            artist.axes.draw_artist(artist)
        file = io.BytesIO()
        Image.fromarray(np.asarray(self.canvas.buffer_rgba())[..., :3]).save(file, "png", compress_level=1)
        return file.getvalue()


class Controls(Panel):
    """The picture of a playground with its controls. Training runs between the kernel's messages."""

    latest = None  # a cell that is run again would leave a game running that no button reaches

    def __init__(self, game, data_sets: Sequence[str]) -> None:
        self.game, self.running = game, False
        if Controls.latest:
            Controls.latest.pause()
        Controls.latest = self
        self.image, self.status = widgets.Image(format="png"), widgets.Label()
        wide = {"style": {"description_width": "11em"}, "layout": widgets.Layout(width="27em")}
        rate = {"min": -5, "max": 2, "step": 0.25, "readout_format": ".1e", "continuous_update": False} | wide
        self.inputs = {
            "data": widgets.Dropdown(options=data_sets, description="data", **wide),
            "loss": widgets.Dropdown(options=list(game.losses), description="loss", **wide),
            "d_learning_rate": widgets.FloatLogSlider(description="learning rate of D", **rate),
            "g_learning_rate": widgets.FloatLogSlider(description="learning rate of G", **rate),
            "d_steps": widgets.IntSlider(min=1, max=10, description="D steps per G step", **wide),
            "seed": widgets.BoundedIntText(max=999_999, description="seed", **wide),
        }
        for name, control in self.inputs.items():
            control.value = game.settings[name]
            change = self._guard(lambda event, name=name: game.choose(**{name: event["new"]}))
            control.observe(change, "value")
        actions = {"Start": self.start, "Pause": self.pause, "Step D": game.step_d, "Step G": game.step_g}
        self.buttons = {name: widgets.Button(description=name) for name in (*actions, "Reset")}
        for name, action in (actions | {"Reset": game.reset}).items():
            self.buttons[name].on_click(self._guard(lambda _, action=action: action()))
        rows = [widgets.HBox(list(self.inputs.values())[i : i + 2]) for i in (0, 2, 4)]
        super().__init__([*rows, widgets.HBox(list(self.buttons.values())), self.image, self.status])
        self.refresh()

    def _guard(self, action: Callable) -> Callable:
        """Wrap a handler: draw after it, and put an error into words below the picture."""

        def handler(event=None) -> None:
            try:
                action(event)
                self.refresh()
            except Exception as error:
                self.running, self.status.value = False, f"Paused. {error}"

        return handler

    def start(self) -> None:
        """Train until paused, in a task of the event loop that also reads the kernel's messages."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise RuntimeError("Start needs a notebook's kernel; train(steps) works without one.") from None
        if not self.running:
            self.running, self._task = True, loop.create_task(self._run())

    def pause(self) -> None:
        """Pause; the pictures stop with the stretch that is being trained."""
        self.running = False

    async def _run(self) -> None:
        advance = self._guard(lambda _: self.game.train(STEPS_PER_PICTURE))
        while self.running:
            advance()
            await asyncio.sleep(0.02)  # now the kernel reads the buttons

    def refresh(self) -> None:
        """Draw the picture, and say how the game stands in words."""
        self.running = self.running and not self.game.trouble
        self.image.value = self.game.picture()
        state = "Running" if self.running else "Paused"
        counts = f"{state}. Updates of D: {self.game.d_updates:,}; of G: {self.game.g_updates:,}."
        self.status.value = self.game.trouble or counts
