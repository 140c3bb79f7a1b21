"""One drawing style for the whole course: sample grids, loss curves, strips over training.

Every function returns a figure that pyplot does not manage: as the last line of a cell it is
shown once, and it needs no closing. Colours are Okabe and Ito's colour-blind-safe set
(M. Okabe and K. Ito, Color Universal Design, 2008).
"""

import math
from collections.abc import Mapping, Sequence

from helpers.images import check_images

import matplotlib as mpl
import numpy as np
from IPython import get_ipython
from IPython.core.pylabtools import select_figure_formats
from matplotlib.figure import Figure

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
D_COLOUR, G_COLOUR, REAL_COLOUR, FAKE_COLOUR = COLOURS[0], COLOURS[1], COLOURS[2], COLOURS[4]


def use_course_style() -> None:
    """Set matplotlib's defaults for every figure drawn from now on."""
    mpl.rcParams.update(
        {
            "axes.prop_cycle": mpl.cycler(color=COLOURS),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.titlesize": 11,
            "axes.titlelocation": "left",
            "figure.dpi": 100,
            "figure.constrained_layout.use": True,
            "font.size": 10,
            "image.cmap": "gray",
            "legend.frameon": False,
        }
    )
    shell = get_ipython()
    if shell is not None:  # lets a notebook show figures that pyplot does not manage
        select_figure_formats(shell, {"png"})


use_course_style()


def _draw_tiles(axes: mpl.axes.Axes, images: np.ndarray, columns: int) -> None:
    """Draw images as one picture of tiles, row by row, with a thin gap between them."""
    count, height, width, channels = images.shape
    rows = math.ceil(count / columns)
    canvas = np.ones((rows * (height + 1) - 1, columns * (width + 1) - 1, channels))
    for index, image in enumerate(images):
        row, column = divmod(index, columns)
        top, left = row * (height + 1), column * (width + 1)
        canvas[top : top + height, left : left + width] = (np.clip(image, -1, 1) + 1) / 2
    canvas = canvas[..., 0] if channels == 1 else canvas
    axes.imshow(canvas, vmin=0, vmax=1, interpolation="nearest")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)


def sample_grid(images: np.ndarray, columns: int = 10, title: str = "") -> Figure:
    """Draw images in a grid.

    ``images`` have the shape ``(n, height, width, channels)``, floating point in [-1, 1]; for
    progress pictures always generate them from the same noise. Errors as `check_images`.
    """
    images = check_images(images)
    columns = min(columns, len(images))
    rows = math.ceil(len(images) / columns)
    figure = Figure(figsize=(0.62 * columns + 0.2, 0.62 * rows + 0.4))
    axes = figure.add_subplot()
    _draw_tiles(axes, images, columns)
    axes.set_title(title)
    return figure


def row_grid(rows: Mapping[str, np.ndarray], columns: int = 10, title: str = "") -> Figure:
    """Draw one labelled row of images for each entry.

    Parameters
    ----------
    rows
        ``{label: images}``, images of shape ``(n, height, width, channels)`` in [-1, 1]. Only the
        first ``columns`` of each are drawn.

    Raises
    ------
    TypeError, ValueError
        As `check_images`; and if there is no row.
    """
    if not rows:
        raise ValueError("row_grid() needs at least one row of images.")
    figure = Figure(figsize=(0.62 * columns + 1.4, 0.62 * len(rows) + 0.4))
    panels = figure.subplots(len(rows), 1, squeeze=False)[:, 0]
    for axes, (label, images) in zip(panels, rows.items(), strict=True):
        images = check_images(images)[:columns]
        missing = columns - len(images)
        padding = np.ones((missing, *images.shape[1:]), dtype=images.dtype)
        _draw_tiles(axes, np.concatenate([images, padding]), columns)
        axes.set_ylabel(label, rotation=0, ha="right", va="center")
    panels[0].set_title(title)
    return figure


def class_grid(images: np.ndarray, labels: np.ndarray, columns: int = 10, title: str = "") -> Figure:
    """Draw one row per class.

    Parameters
    ----------
    images
        Shape ``(n, height, width, channels)``, floating point in [-1, 1].
    labels
        Whole numbers, shape ``(n,)``.

    Raises
    ------
    TypeError, ValueError
        As `check_images`; and if images and labels differ in number.
    """
    images, labels = check_images(images), np.asarray(labels)
    if labels.shape != (len(images),):
        raise ValueError(f"labels must have the shape ({len(images)},), not {labels.shape}.")
    return row_grid({str(c): images[labels == c] for c in np.unique(labels)}, columns, title)


def strips(snapshots: Mapping[int, np.ndarray], columns: int = 10, title: str = "") -> Figure:
    """Draw one row per moment of training from ``{step: images}``, as `training.Snapshots` keeps."""
    return row_grid({f"step {step:,}": images for step, images in snapshots.items()}, columns, title)


def chance_levels(real_label: float = 1.0) -> dict[str, float]:
    """Return both losses of a discriminator that cannot tell real from fake, in nats.

    Such a discriminator gives every image the probability ``real_label / 2``, which is what
    minimises its cross-entropy when half the images are real. With ``real_label`` 1 that is 1/2:
    the discriminator's loss, summed over real and fake, is ln 4 and the non-saturating generator
    loss is ln 2.

    Parameters
    ----------
    real_label
        The target for real images: 1, or less with one-sided label smoothing; over 0, at most 1.

    Returns
    -------
    dict
        ``{"d_loss": ..., "g_loss": ...}``.
    """
    if not 0 < real_label <= 1:
        raise ValueError(f"real_label must be over 0 and at most 1, not {real_label}.")
    p = real_label / 2
    on_real = -real_label * math.log(p) - (1 - real_label) * math.log(1 - p)
    return {"d_loss": on_real - math.log(1 - p), "g_loss": -math.log(p)}


def loss_curves(
    losses: Mapping[str, Sequence[float]],
    chance: Mapping[str, float] | None = None,
    title: str = "Losses during training",
    window: int = 50,
    every: int = 1,
) -> Figure:
    """Draw losses against generator updates, each with its chance line.

    Parameters
    ----------
    losses
        ``{name: values}``. Every value is drawn thin, the mean over ``window`` values thick.
    chance
        ``{name: chance level}``, as from `chance_levels`; None where the loss has none
        (Wasserstein).
    every
        Steps from one value to the next, the model's ``steps_per_execution``.

    Raises
    ------
    ValueError
        If there is nothing to draw, or a chance line has no loss of its name.
    """
    if not losses or not all(len(values) for values in losses.values()):
        raise ValueError("loss_curves() needs at least one value of each loss.")
    unknown = set(chance or {}) - set(losses)
    if unknown:
        raise ValueError(f"No loss is called {sorted(unknown)}; the losses are {sorted(losses)}.")
    figure = Figure(figsize=(7.2, 3.2))
    axes = figure.add_subplot()
    for (label, values), colour in zip(losses.items(), COLOURS, strict=False):
        values = np.asarray(values, dtype=float)
        width = max(1, min(window, len(values) // 4))
        means = np.convolve(values, np.ones(width) / width, mode="valid")
        steps = every * np.arange(1, len(values) + 1)
        axes.plot(steps, values, color=colour, alpha=0.2, lw=0.6)
        axes.plot(steps[width - 1 :], means, color=colour, lw=1.6, label=label)
        if chance and label in chance:
            level = chance[label]
            axes.axhline(level, color=colour, ls="--", lw=1, label=f"chance, {label}: {level:.3f}")
    axes.set_xlabel("generator updates (steps)")
    axes.set_ylabel("loss (nats)")
    axes.set_title(title)
    axes.legend(ncols=2, fontsize=9)
    return figure
