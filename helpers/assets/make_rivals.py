"""What page 23 ships: the race of four models, the flow drawn in few steps or one, and the ring."""

import functools

from helpers import assets
from helpers.assets.pages import FEW, arrays, cells, each, over_seeds, scores, stored
from helpers.assets.sources import write_record

import numpy as np


def make_rivals(
    page: str, parts: tuple[str, ...] = ("race", "short", "ring"), only: tuple[str, ...] = ()
) -> None:
    """Write what 23 ships: three tables over the seeds; seed 1's drawings, points and three models' weights.

    A part can be made alone: ``short`` takes the flow's weights as the race has stored them. With ``only``
    these kinds race, and what the same cells made of the others stays; if the cells changed, all race.
    """
    makers = {"race": functools.partial(_race, only=only), "short": _short, "ring": _ring}
    for part in parts:
        makers[part](page)


def _race(page: str, only: tuple[str, ...]) -> None:
    tags = ("bench",)
    race = stored("rivals.json", page, tags).get("race", {}) if only else {}
    kept = arrays(assets.FOLDER / "rivals.npz") if race else {}
    chosen = [kind for kind in cells(page, *tags)["makers"] if not race or kind in only]
    runs = over_seeds(page, tags, "race", chosen)
    write_record("rivals.json", page, list(tags), race=race | scores(runs))
    for kind, found in runs.items():
        kept |= {f"{kind} {moment}": images for moment, images in found["1"][1].items()}
        weights = found["1"][2] if kind != "GAN" else []
        kept |= {f"weights {kind} {number:02}": values for number, values in enumerate(weights)}
    np.savez_compressed(assets.FOLDER / "rivals.npz", **kept)


def _short(page: str) -> None:
    tags = ("bench", "short")
    file = arrays(assets.FOLDER / "rivals.npz")
    weights = [file[name] for name in sorted(file) if name.startswith("weights flow matching ")]
    ((steps, drawn),) = each(page, tags, "few_steps", [(weights,)])
    found = each(page, tags, "shorten", [(weights, seed) for seed in FEW])
    arms, making = ({str(seed): run[n] for seed, run in zip(FEW, found, strict=True)} for n in (0, 1))
    write_record("rivals_short.json", page, list(tags), steps=steps, arms=arms, making=making)
    np.savez_compressed(assets.FOLDER / "rivals_short.npz", **(drawn | found[0][2]))


def _ring(page: str) -> None:
    tags = ("bench", "ring")
    runs = over_seeds(page, tags, "race_ring", cells(page, *tags)["ring_kinds"])
    write_record("rivals_ring.json", page, list(tags), ring=scores(runs))
    kept = {kind: found["1"][1]["last"] for kind, found in runs.items()}
    np.savez_compressed(assets.FOLDER / "rivals_ring.npz", **kept)
