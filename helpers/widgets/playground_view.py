"""The playground's picture and its controls."""

import asyncio
import io
import math
from collections.abc import Callable, Sequence

from helpers import plotting
from helpers.widgets.panel import Panel
from helpers.widgets.playground_board import Board
from helpers.widgets.playground_engine import VIEW

import ipywidgets as widgets
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from PIL import Image

SURFACE = LinearSegmentedColormap.from_list("surface", ["#f4c7a6", "#ffffff", "#a9cdea"])
COLOURS = (SURFACE(np.linspace(0, 1, 256)) * 255).astype("uint8").view("uint32")[:, 0]  # four bytes each
GRID_COLOURS = plotting.COLOURS[3], "#444444"
LONGEST_ARROW, HALF_LENGTH_AT = 0.4, 0.5  # an arrow grows with the gradient and reaches half length at 0.5
STEPS_PER_PICTURE = 10
WIDTH, HEIGHT, LEFT, TOP, SIDE = 736, 360, 58, 30, 260  # of the picture and of the plane in it, in pixels


def as_png(pixels: np.ndarray) -> bytes:
    """Return a picture, uint8 (height, width, 3), as a PNG file; quick rather than small."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()


class Painter:
    """Draws a playground: what stays the same once, what moves on top of it each time."""

    def __init__(self) -> None:
        self._key = None
        figure = plotting.Figure(figsize=(WIDTH / 80, HEIGHT / 80), dpi=80, layout="none")
        self.canvas = FigureCanvasAgg(figure)

    def _draw_still(self, game, right: float, low: float, high: float) -> None:
        """Draw axes, labels and legend, and make the artists that move."""
        figure, chance, latent_dim = self.canvas.figure, game.loss.chance, game.generator.input_shape[-1]
        figure.clear()
        bottom, high_up = 1 - (TOP + SIDE) / HEIGHT, SIDE / HEIGHT
        plane = figure.add_axes((LEFT / WIDTH, bottom, SIDE / WIDTH, high_up))
        losses = figure.add_axes((395 / WIDTH, bottom, 325 / WIDTH, high_up))
        edges = (-VIEW, VIEW)
        plane.set(xlim=edges, ylim=edges, xlabel="first coordinate", ylabel="second coordinate")
        losses.set(xlim=(0, right), ylim=(low, high), xlabel="generator updates (steps)", ylabel="loss")
        losses.set_title(f"{game.settings['loss']} loss" + ("" if chance else ", no chance line"))
        dots, no_arrows = {"ls": "", "marker": "o", "ms": 3, "mew": 0.4}, np.zeros((4, len(game.look()[1])))
        (self.real,) = plane.plot([], [], color=plotting.REAL_COLOUR, alpha=0.5, label="real points", **dots)
        self.arrows = plane.quiver(*no_arrows, angles="xy", scale_units="xy", scale=1, width=0.004, alpha=0.6)
        self.grid = [plane.plot([], [], color=colour, lw=0.7)[0] for colour in GRID_COLOURS]
        words = f"lines: a grid of numbers 1 and 2 of the {latent_dim} of noise; others 0"
        words = words if latent_dim > 2 else "lines: a grid of noise"
        self.grid.append(plane.text(0.02, 0.02, words, fontsize=8, transform=plane.transAxes))
        (fake,) = plane.plot([], [], color=plotting.FAKE_COLOUR, mec="black", label="fake points", **dots)
        self.lines, self.title = [fake], plane.set_title("")
        for name, colour in {"d_loss": plotting.D_COLOUR, "g_loss": plotting.G_COLOUR}.items():
            if chance:
                losses.axhline(chance[name], color=colour, ls="--", lw=1, label=f"chance {chance[name]:.2f}")
            self.lines += losses.plot([], [], color=colour, label=name)
        handles = [self.real, fake, *losses.get_legend_handles_labels()[0]]
        figure.legend(handles=handles, loc="lower center", ncols=len(handles), fontsize=9)
        for artist in (self.real, self.arrows, *self.grid, *self.lines, self.title):
            artist.set_animated(True)
        self.canvas.draw()
        self.still = self.canvas.copy_from_bbox(figure.bbox)

    def _paint_surface(self, game, logits: np.ndarray) -> None:
        """Fill the plane with the discriminator's verdicts: faster than an image of matplotlib's."""
        logits = np.nan_to_num(logits, nan=0, posinf=1e6, neginf=-1e6).clip(-1e6, 1e6)
        if not game.loss.chance:  # the scale of a critic has no meaning: show only where it is high and low
            logits = (logits - logits.mean()) / (logits.std() + 1e-9)
        levels = Image.fromarray(255.99 / (1 + np.exp(-logits[::-1].clip(-30, 30))).astype("float32"))
        levels = np.asarray(levels.resize((SIDE - 2, SIDE - 2), Image.Resampling.BILINEAR))
        inside = slice(TOP + 1, TOP + SIDE - 1), slice(LEFT + 1, LEFT + SIDE - 1)
        self._buffer().view("uint32")[(*inside, 0)] = COLOURS[levels.astype("uint8")]

    def _buffer(self) -> np.ndarray:
        """Return the canvas as an array (height, width, 4) that shares its memory."""
        return np.asarray(self.canvas.buffer_rgba())

    def paint(self, game) -> np.ndarray:
        """Return the picture of a playground as it stands, uint8."""
        samples, push, logits = game.look()
        history = np.array([(0, math.nan, math.nan), *game.history], dtype=float)
        seen = history[:, 1:][np.isfinite(history[:, 1:])].clip(-50, 50)
        values = [*seen, *(game.loss.chance or {0: 0}).values()]
        right = 500 * 2 ** max(0, math.ceil(math.log2(max(history[-1, 0], 1) / 500)))
        limits = right, math.floor(min(values)) - 0.25, math.ceil(max(values)) + 0.25
        before, self._key = self._key, (game.settings["loss"], *limits)
        if self._key != before:
            self._draw_still(game, *limits)
        thin = history[:: 1 + len(history) // 400]
        for line, column in zip(self.lines[1:], thin.T[1:], strict=True):
            line.set_data(thin[np.isfinite(column), 0], column[np.isfinite(column)])
        self.real.set_data(*game.data.points[:500].T)
        self.lines[0].set_data(*samples[: len(push)].T)
        modes = game.modes(samples)
        covered = "" if modes is None else f": {modes} of {len(game.data.centres)} modes covered"
        self.title.set_text(f"{game.settings['data']}, step {game.g_updates:,}{covered}")
        if game.settings["warped_grid"]:
            between = self.grid
            for line, family in zip(self.grid, game.warped_grid(), strict=False):
                apart = np.pad(family, ((0, 0), (0, 1), (0, 0)), constant_values=math.nan)
                line.set_data(*apart.reshape(-1, 2).T)
        else:
            between, length = [self.arrows], np.linalg.norm(push, axis=1, keepdims=True)
            self.arrows.set_offsets(samples[: len(push)])
            self.arrows.set_UVC(*(push * LONGEST_ARROW / (length + HALF_LENGTH_AT)).T)
        self.canvas.restore_region(self.still)
        self._paint_surface(game, logits)
        for artist in (self.real, *between, *self.lines, self.title):
            artist.axes.draw_artist(artist)
        return self._buffer()[..., :3].copy()


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
            "warped_grid": widgets.Checkbox(description="show a grid of noise, warped by G", indent=False),
        }
        for name, control in self.inputs.items():
            control.value = game.settings[name]
            change = self._guard(lambda event, name=name: game.choose(**{name: event["new"]}))
            control.observe(change, "value")
        actions = {"Start": self.start, "Pause": self.pause, "Step D": game.step_d, "Step G": game.step_g}
        self.buttons = {name: widgets.Button(description=name) for name in (*actions, "Reset")}
        for name, action in (actions | {"Reset": game.reset}).items():
            self.buttons[name].on_click(self._guard(lambda _, action=action: action()))
        self.board = Board(game.drawing, self._guard(game.draw))
        self.inputs["data"].observe(self._show_board, "value")
        self._show_board()
        rows = [widgets.HBox(list(self.inputs.values())[i : i + 2]) for i in (0, 2, 4)]
        buttons = widgets.HBox([*self.buttons.values(), self.inputs["warped_grid"]])
        super().__init__([*rows, buttons, self.image, self.status, self.board])
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

    def _show_board(self, _=None) -> None:
        self.board.layout.display = "" if self.inputs["data"].value == "drawn" else "none"

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
            await asyncio.sleep(0.01)  # now the kernel reads the buttons

    def refresh(self) -> None:
        """Draw the picture, and say how the game stands in words."""
        self.running = self.running and not self.game.trouble
        self.image.value = self.game.picture()
        state = "Running" if self.running else "Paused"
        counts = f"{state}. Updates of D: {self.game.d_updates:,}; of G: {self.game.g_updates:,}."
        self.status.value = self.game.trouble or counts
