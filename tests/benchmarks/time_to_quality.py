"""How good are a notebook's samples after a given time of training?

``python -m tests.benchmarks.time_to_quality --notebook notebooks/07_dcgan.ipynb --seconds 60
--samples 4000 --seed 1 --out FILE.npz``

The notebook's cells tagged ``bench`` define ``new_gan(seed)``, the compiled model, and ``new_batches(seed)``,
what ``fit`` is given. The model draws its own noise, ``draw_noise(count, seed)``, and images from it,
``generate(noise)``; a model with ``num_classes`` is given ``[noise, labels]``.

The clock runs from the call of ``fit``, compilation included, and stands still while samples are
drawn and scored. The samples written are those of the last weights (or of the average that the
notebook's model keeps); nothing is picked. FILE.npz gets ``images`` (uint8, (n, 28, 28), ink white
on black), ``steps`` and ``seconds``; and ``labels`` (uint8, (n,)) if the model draws by class.

``--peers`` runs the course's other digit generators too, each for as long, one after the other (`PEERS`), and
prints one table. Notebook 23 defines several models, which it builds with ``makers[kind](seed)`` and which
draw with ``draw(count, seed)``.
"""

import argparse
import time
from pathlib import Path
from typing import NamedTuple

from helpers import data, metrics
from helpers.assets.pages import run_cells
from helpers.images import to_uint8
from helpers.profile import set_seed
from helpers.training import step_of

import keras
import numpy as np

NEEDED = ("new_gan", "new_batches")
NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
PEERS = {  # what the table says, the notebook, and which of its makers, if it has several
    "128 units (06)": ("06_vanilla_gan", None),
    "popular tutorial (08)": ("08_evaluating_gans", None),
    "DCGAN (07)": ("07_dcgan", None),
    "conditional (09)": ("09_conditional_gan", None),
    "VAE (23)": ("23_gans_among_generative_models", "VAE"),
    "pixel by pixel (23)": ("23_gans_among_generative_models", "pixel by pixel"),
    "flow matching (23)": ("23_gans_among_generative_models", "flow matching"),
}


def definitions(notebook: Path, kind: str | None = None) -> dict:
    """Return what a notebook's ``bench`` cells define; of one that has several makers, one of the kinds."""
    if kind is None:
        return run_cells(notebook, {"bench"}, NEEDED)
    names = run_cells(notebook, {"bench"}, ("makers", "train_images"))

    def new_batches(seed: int):
        return data.batches(names["train_images"], batch_size=32, seed=seed)

    return names | {"new_gan": names["makers"][kind], "new_batches": new_batches}


def steps_of(model: keras.Model) -> int:
    """Return how many steps a GAN has done, or a model with one optimizer."""
    return step_of(model) if hasattr(model, "optimizers") else int(model.optimizer.iterations)


def draw(gan: keras.Model, count: int, seed: int) -> tuple[np.ndarray, np.ndarray | None]:
    """Return images (count, 28, 28, 1), and the labels 0, 1, 2, ... in turn if the model draws by class."""
    if hasattr(gan, "draw"):
        return np.clip(gan.draw(count, seed), -1, 1), None
    noise = np.asarray(gan.draw_noise(count, seed))
    labels = np.arange(count) % gan.num_classes if hasattr(gan, "num_classes") else None
    images = []
    for start in range(0, count, 500):
        part = slice(start, start + 500)
        inputs = noise[part] if labels is None else [noise[part], labels[part]]
        images.append(np.asarray(gan.generate(inputs)))
    return np.concatenate(images), labels


class Clock(keras.callbacks.Callback):
    """Stops ``fit`` when the seconds of training are used up; scores at marks off the clock."""

    def __init__(self, seconds: float, marks: list[float], score) -> None:
        super().__init__()
        self.seconds, self.marks, self.score = seconds, sorted(marks), score
        self.paused = 0.0

    def on_train_begin(self, logs: dict | None = None) -> None:
        self.history: list[tuple[float, int, float]] = []

    def elapsed(self) -> float:
        """Return the seconds of training so far."""
        return time.perf_counter() - self.started - self.paused

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        now = self.elapsed()
        if self.marks and now >= self.marks[0]:
            stopped = time.perf_counter()
            self.marks = [mark for mark in self.marks if mark > now]  # a slow step can pass several
            self.history.append((now, steps_of(self.model), self.score(self.model)))
            self.paused += time.perf_counter() - stopped
        if now >= self.seconds:
            self.final = now
            self.model.stop_training = True


class Run(NamedTuple):
    """A model trained by the clock; ``history`` holds (seconds, step, Frechet distance), the end last."""

    gan: keras.Model
    history: list[tuple[float, int, float]]
    seconds: float
    steps: int
    batch_size: int


def train_by_the_clock(names: dict, seed: int, seconds: float, marks: list[float]) -> Run:
    """Train what a notebook's ``bench`` cells define; score 4,000 samples at each mark and at the end."""
    set_seed(seed)
    gan, stream = names["new_gan"](seed), names["new_batches"](seed)
    batch = next(iter(stream))
    batch_size = len(batch[0] if isinstance(batch, tuple) else batch)
    real = metrics.digit_features(data.load_digits("test")[0])

    def score(model: keras.Model) -> float:
        return metrics.frechet_distance(real, metrics.digit_features(draw(model, 4000, 7)[0])).value

    score(gan)  # the classifier is loaded before the clock starts
    clock = Clock(seconds, [mark for mark in marks if mark < seconds], score)
    clock.started = time.perf_counter()
    gan.fit(stream, steps_per_epoch=10**9, verbose=0, callbacks=[clock])
    steps = steps_of(gan)
    return Run(gan, [*clock.history, (clock.final, steps, score(gan))], clock.final, steps, batch_size)


def print_peers(peers: dict[str, tuple[str, str | None]], seed: int, seconds: float, samples: int) -> None:
    """Train each generator for as long, one after the other; print a table, real digits last."""
    print(f"Seed {seed}, {seconds:g} s of training each; a smaller distance is better.")
    print(f"{'':22}   steps  Frechet distance  read surely  to the nearest training image")
    train_images, test_images = (data.load_digits(part)[0] for part in ("train", "test"))
    real = metrics.digit_features(test_images)

    def row(name: str, steps: str, compared: np.ndarray, images: np.ndarray) -> None:
        distance = metrics.frechet_distance(real, metrics.digit_features(compared)).value
        sure = (metrics.digit_probabilities(images).max(axis=1) >= 0.9).mean()
        near = metrics.nearest_training_image(images[:1000], train_images)[1].mean()
        print(f"{name:22} {steps:>7} {distance:17.2f} {sure:12.1%} {near:14.2f}", flush=True)

    for name, (page, kind) in peers.items():
        set_seed(seed)
        run = train_by_the_clock(definitions(NOTEBOOKS / f"{page}.ipynb", kind), seed, seconds, [])
        images = draw(run.gan, samples, seed)[0]
        row(name, f"{run.steps:,}", images, images)
    row("real digits", "-", train_images, test_images)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--notebook", type=Path)
    parser.add_argument("--peers", action="store_true", help="a table of the course's digit generators")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--samples", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    if arguments.seconds <= 0 or arguments.samples < 100:
        parser.error("--seconds must be over 0, and --samples at least 100")
    if not (arguments.notebook or arguments.peers):
        parser.error("--notebook or --peers is needed")

    if arguments.peers:
        print_peers(PEERS, arguments.seed, arguments.seconds, arguments.samples)
    if arguments.notebook is None:
        return
    set_seed(arguments.seed)
    names = definitions(arguments.notebook)
    marks = [share * arguments.seconds for share in (0.1, 0.25, 0.5, 0.75)]
    gan, history, seconds, steps, batch_size = train_by_the_clock(
        names, arguments.seed, arguments.seconds, marks
    )
    print(f"{arguments.notebook}, seed {arguments.seed}: {steps:,} steps in {seconds:.1f} s of training")
    print(f"{steps * batch_size / seconds:,.0f} images per second (batches of {batch_size})")
    for moment, step, value in history:
        print(
            f"  {moment:6.1f} s  step {step:6,}  Frechet distance {value:7.2f} (1,000 real, 4,000 generated)"
        )
    images, labels = draw(gan, arguments.samples, arguments.seed)
    train_images, test_images = (data.load_digits(part)[0] for part in ("train", "test"))
    near = metrics.nearest_training_image(images[:1000], train_images)[1].mean()
    held_out = metrics.nearest_training_image(test_images, train_images)[1].mean()
    print(
        f"mean distance to the nearest training image: generated {near:.2f}, real test digits {held_out:.2f}"
    )
    if arguments.out:
        extra = {} if labels is None else {"labels": labels.astype(np.uint8)}
        pixels = to_uint8(images)[..., 0]
        np.savez_compressed(arguments.out, images=pixels, steps=steps, seconds=seconds, **extra)
        print(f"wrote {arguments.out}")


if __name__ == "__main__":
    main()
