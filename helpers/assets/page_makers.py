"""What each page ships, made by its own tagged cells: one function a page, called by ``remake``."""

import functools
from collections.abc import Callable

from helpers import assets, metrics, plotting
from helpers.assets import pages
from helpers.assets.make_rivals import make_rivals
from helpers.assets.pages import FEW, MANY, MORE, NOTEBOOKS, cells, each, over_seeds, run_cells
from helpers.assets.sources import write_record, write_sums

import numpy as np


def make_dcgan(page: str) -> None:
    """Write what 07 ships: both networks, a picture, and the tables of one change at a time."""
    names = run_cells(NOTEBOOKS / f"{page}.ipynb", {"bench", "train", "ablation"})
    gan = names["gan"]
    gan.average.save(assets.FOLDER / "dcgan_generator.keras")
    gan.discriminator.save(assets.FOLDER / "dcgan_discriminator.keras")
    samples = np.asarray(gan.generate(gan.draw_noise(4000, seed=8)))
    read_as = metrics.digit_probabilities(samples).argmax(axis=1)
    plotting.class_grid(samples, read_as).savefig(assets.FOLDER / "dcgan_samples.png", dpi=80)
    write_record("dcgan.json", page, ["bench", "train"], steps=names["steps"])
    write_sums()
    tags = ("bench", "ablation")
    found = over_seeds(page, tags, "distance_after", names["variants"], MORE)
    distances = {name: list(each_seed.values()) for name, each_seed in found.items()}
    kinds = ("base", "noise (as built)", "noise, equal rates")
    runs = iter(each(page, tags, "distance_after", [(name, seed, 8000) for name in kinds for seed in FEW]))
    longer = {name: [next(runs) for _ in FEW] for name in kinds}
    write_record("dcgan_ablations.json", page, list(tags), distances=distances, longer=longer)


def make_cgan(page: str) -> None:
    """Write what 09 ships: the generator, and the directions of ink and slant found in it."""
    notebook = NOTEBOOKS / f"{page}.ipynb"
    names = run_cells(notebook, {"bench", "train"})
    names["gan"].average.save(assets.FOLDER / "cgan_generator.keras")
    write_sums()
    run_cells(notebook, {"direction"}, names=names)
    directions = {name: np.round(vector, 4).tolist() for name, vector in names["directions"].items()}
    tags = ["bench", "train", "direction"]
    write_record("cgan.json", page, tags, steps=names["steps"], directions=directions)


def make_info_gan(page: str) -> None:
    """Write the table of 09b: what the code tells of each factor, rewarded and not, over the seeds."""
    found = over_seeds(page, ("bench",), "compete", cells(page, "bench")["rewards"])
    write_record("info_gan.json", page, ["bench"], seeds=found)


def make_gauge(page: str) -> None:
    """Write the table of 10: how well each loss follows the distance, over the seeds."""
    seeds = over_seeds(page, ("bench", "gauge"), "gauge", cells(page, "bench", "gauge")["kinds"])
    write_record("wasserstein_gauge.json", page, ["bench", "gauge"], seeds=seeds)


def make_remedies(page: str) -> None:
    """Write what 11 ships: the table of remedies, and the traces of six runs."""
    names = cells(page, "remedies")
    names["write_gallery"](assets.FOLDER / "run_gallery.npz")
    write_record("run_gallery.json", page, ["remedies"], runs="ABCDEF", seed=1, every=20)
    calls = [(f, r, seed) for seed in MANY for f in names["failures"] for r in names["remedies"]]
    found = dict(zip(calls, each(page, ("remedies",), "scores", calls), strict=True))
    scores = {
        f: {r: [found[f, r, seed] for seed in MANY] for r in names["remedies"]} for f in names["failures"]
    }
    write_record("ring_remedies.json", page, ["remedies"], steps=2000, scores=scores)


def make_lapgan(page: str) -> None:
    """Write what 12 ships: the table of both kinds over the seeds, and the picture of the first run."""
    tags = ("bench",)
    names = cells(page, *tags)
    found = over_seeds(page, tags, "compete", names["parts"])
    write_record("lapgan.json", page, list(tags), seeds=pages.scores(found))
    path = assets.FOLDER / "lapgan_samples.png"
    names["by_level"](found["LAPGAN"]["1"][1]).savefig(path, dpi=90, bbox_inches="tight")


def make_colour(page: str) -> None:
    """Write what 16 ships: costs, the table over the seeds, pictures and the lean generator of seed 1."""
    tags, names = ("bench",), cells(page, "bench")
    costs = {kind: each(page, ("bench", "cost"), "cost", [(kind,)], 2)[0] for kind in names["pairs"]}
    found = over_seeds(page, tags, "compete", names["pairs"])
    write_record("colour.json", page, list(tags), costs=costs, seeds=pages.scores(found))
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
    write_record("super_resolution.json", page, ["classifiers", *tags], scores=scores)


def make_style_gan(page: str) -> None:
    """Write what 14 ships: two generators, a picture of mixtures, and the tables over the seeds."""
    tags = ("bench", "faces", "emoji", "seeds")
    names = cells(page, *tags)
    found = over_seeds(page, tags, "long_run", ("digits", "unmixed", "faces"))
    found |= over_seeds(page, tags, "long_run", ("emoji",), range(1, 2))
    for kind in ("faces", "emoji"):
        weights = [values.astype("float16") for values in found[kind]["1"][1]]
        np.savez_compressed(assets.FOLDER / f"style_gan_{kind}.npz", *weights)
    generator = names["build_generator"](*names["sizes"]["emoji"])
    generator.set_weights([values.astype("float32") for values in weights])
    path = assets.FOLDER / "style_gan_mix.png"
    names["style_table"](generator).savefig(path, dpi=120, bbox_inches="tight")
    write_record("style_gan.json", page, list(tags), **pages.scores(found))


def make_pix2pix(page: str) -> None:
    """Write what 15 ships: the generator of its board, and the table of loss terms over the seeds."""
    names = cells(page, "bench", "train")
    names["gan"].average.save(assets.FOLDER / "pix2pix_generator.keras")
    write_record("pix2pix.json", page, ["bench", "train"], steps=names["steps"])
    make_terms(page, "pix2pix_terms.json")


def make_terms(page: str, record: str) -> None:
    """Write the table of 15 or 15b: what each variant scores, over the seeds."""
    tags = ("bench", "terms")
    found = over_seeds(page, tags, "score_of", cells(page, *tags)["variants"])
    scores = {name: list(rows.values()) for name, rows in found.items()}
    write_record(record, page, list(tags), scores=scores)


def make_sequences(page: str) -> None:
    """Write what 17 ships: the table of spellers and of players of notes over the seeds, and eight notes."""
    names = over_seeds(page, ("bench",), "compete", ("trigrams", *cells(page, "bench")["equal"]))
    played = over_seeds(page, ("audio",), "play_off", cells(page, "audio")["kinds"])
    sounds = pages.scores(played)
    write_record("sequences.json", page, ["bench", "audio"], names=names, sounds=sounds)
    best = max(sounds, key=lambda kind: sum(run["right"] for run in sounds[kind].values()))
    notes = np.rint(32767 * played[best]["1"][1][..., 0]).astype("int16")
    np.savez_compressed(assets.FOLDER / "notes.npz", notes=notes)


def make_augmentation(page: str) -> None:
    """Write what 19 ships: the table of all arms over five seeds, and the picture of the first run."""
    tags, names = ("bench",), cells(page, "bench")
    found = over_seeds(page, tags, "measure", names["studies"], MORE)
    write_record("augmentation.json", page, list(tags), seeds=pages.scores(found))
    picture = names["seen_and_drawn"](names["choose"](10, 1), found["10"]["1"][1])
    picture.savefig(assets.FOLDER / "augmentation_samples.png", dpi=60, bbox_inches="tight")


def make_bias(page: str) -> None:
    """Write what 20 ships: shares drawn, attacks and detections over the seeds, and a picture."""
    tags, names = ("bench",), cells(page, "bench")
    runs = over_seeds(page, tags, "shares_drawn", names["mixtures"])
    leaks = over_seeds(page, tags, "leak", names["sizes"])
    detections = over_seeds(page, tags, "detections", ["detector"])["detector"]
    write_record("bias.json", page, list(tags), shares=pages.scores(runs), leaks=leaks, detections=detections)
    figure = plotting.row_grid(runs["dark 10 %"]["1"][1], columns=20)
    figure.savefig(assets.FOLDER / "bias_samples.png", dpi=80, bbox_inches="tight")


def make_scaling(page: str) -> None:
    """Write the table of 21: the distance after equally many images in two sizes of batch, over the seeds."""
    found = over_seeds(page, ("bench",), "distance_of", cells(page, "bench")["settings"])
    write_record("scaling.json", page, ["bench"], distances=found)


def make_today(
    page: str, parts: tuple = ("ring", "stacked", "fast", "limit", "judges"), only: tuple = ()
) -> None:
    """Write what 22 ships: five tables over the seeds, and pictures of the first runs.

    With ``only`` some kinds are run, and what the same cells made before stays; if the cells changed, all.
    """
    pictures = assets.FOLDER / "today_pictures.npz"
    for part in parts:
        tags = ("bench", "ring") if part == "ring" else ("bench", "images", part)
        record, drawn = f"today_{part}.json", {}
        before = pages.stored(record, page, tags) if only else {}
        found = before.copy()
        for function, kinds in cells(page, *tags)[f"{part}_runs"].items():
            chosen = [kind for kind in kinds if not before or kind in only]
            for kind, runs in over_seeds(page, tags, function, chosen).items():
                found.setdefault(function, {})[kind] = {seed: run[0] for seed, run in runs.items()}
                drawn[f"{part} {kind}"] = runs["1"][1]
        write_record(record, page, list(tags), **found)
        if part != "ring":
            np.savez_compressed(pictures, **(pages.arrays(pictures) | drawn))


PAGES: dict[str, Callable[[str], None]] = {
    "07_dcgan": make_dcgan,
    "09_conditional_gan": make_cgan,
    "09b_inversion_and_factors": make_info_gan,
    "10_wasserstein_gan": make_gauge,
    "11_stabilising_training": make_remedies,
    "12_laplacian_pyramid_gan": make_lapgan,
    "13_super_resolution_gan": make_super_resolution,
    "14_style_gan": make_style_gan,
    "15_image_to_image": make_pix2pix,
    "15b_unpaired_translation": functools.partial(make_terms, record="cycle_terms.json"),
    "16_colour_images": make_colour,
    "17_text_and_audio_gans": make_sequences,
    "19_data_augmentation": make_augmentation,
    "20_bias_and_responsible_use": make_bias,
    "21_scaling_and_shipping": make_scaling,
    "22_gans_today": make_today,
    "23_gans_among_generative_models": make_rivals,
}
