"""The playground without a kernel: runs over a small grid of settings, recorded once, shown by the site.

``make recordings`` (``python -m notebooks.website.recorded``) plays them with the engine of the widget and
the step functions of notebook 02, and writes ``playground_runs.npz``; the site's pages read that file alone.
Numbers are rounded to bytes: places to a 64th, the background to a 255th.
"""

import base64
import itertools
import json
from pathlib import Path

import numpy as np

STORED = Path(__file__).with_name("playground_runs.npz")
PAGE, TAG = "02_the_adversarial_game", "playground"
LOSSES, RATES, D_STEPS = ("non-saturating", "saturating", "Wasserstein"), (1e-4, 1e-3, 1e-2), (1, 5)
MOMENTS = (0, 10, 20, 40, 60, 80, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1200, 1500)
SQUARES, SCALE, REAL = 24, 64, 300  # of the background in a row; steps of a coordinate; points shown


def grid() -> list[dict]:
    """Return the settings of all runs."""
    names = ("loss", "d_learning_rate", "g_learning_rate", "d_steps")
    return [dict(zip(names, v, strict=True)) for v in itertools.product(LOSSES, RATES, RATES, D_STEPS)]


def _as_bytes(places: np.ndarray) -> np.ndarray:
    return np.nan_to_num(places * SCALE).round().clip(-127, 127).astype("int8")


def _background(logits: np.ndarray, has_chance: bool) -> np.ndarray:
    """Return the discriminator's verdicts as the widget shows them, coarser: uint8, the lowest row first."""
    logits = np.nan_to_num(logits, posinf=1e6, neginf=-1e6).clip(-1e6, 1e6)
    if not has_chance:  # a critic's scale has no meaning
        logits = (logits - logits.mean()) / (logits.std() + 1e-9)
    levels = 255 / (1 + np.exp(-logits.clip(-30, 30)))
    step = len(levels) // SQUARES
    return levels.reshape(SQUARES, step, SQUARES, step).mean(axis=(1, 3)).round().astype("uint8")


def play(game, settings: dict, moments: tuple[int, ...] = MOMENTS) -> dict:
    """Play one run from seed 1 and return what the site shows of it.

    Returns
    -------
    dict
        ``points`` and ``arrows`` int8 (moments, 150, 2), ``background`` uint8 (moments, 24, 24), ``modes``
        (moments,), ``losses`` float32 (steps / 10, 2); ``trouble``, why it stopped, or "".
    """
    from helpers.widgets.playground_view import HALF_LENGTH_AT, LONGEST_ARROW

    game.choose(**settings, data="ring", seed=1)
    found = {"points": [], "arrows": [], "background": [], "modes": []}
    for moment in moments:
        game.train(moment - game.g_updates)
        samples, push, logits = game.look()
        length = np.linalg.norm(push, axis=1, keepdims=True)
        found["points"].append(_as_bytes(samples[: len(push)]))
        found["arrows"].append(_as_bytes(push * LONGEST_ARROW / (length + HALF_LENGTH_AT)))
        found["background"].append(_background(logits, game.loss.chance is not None))
        found["modes"].append(game.modes(samples))
        if game.trouble:
            break
    run = {name: np.stack(values) for name, values in found.items()}
    run["losses"] = np.array([losses for _, *losses in game.history], "float32").reshape(-1, 2)
    return run | {"trouble": game.trouble}


def record(target: Path = STORED) -> None:
    """Play all runs, and write them with the hash of the cells that made them."""
    from helpers.assets.pages import NOTEBOOKS, cells
    from helpers.assets.sources import source_hash

    game, runs, arrays = cells(PAGE, TAG)["game"], [], {}
    for number, settings in enumerate(grid()):
        run = play(game, settings)
        runs.append(settings | {"trouble": run.pop("trouble")})
        arrays |= {f"{number}_{name}": values for name, values in run.items()}
        print(f"{number + 1} of {len(grid())}: {settings}", flush=True)
    about = {
        "source": {
            "notebook": PAGE,
            "tags": [TAG],
            "hash": source_hash(NOTEBOOKS / f"{PAGE}.ipynb", {TAG}),
        },
        "moments": MOMENTS,
        "runs": runs,
        "chance": {name: loss.chance for name, loss in game.losses.items()},
    }
    arrays |= {"real": _as_bytes(game.data.points[:REAL]), "about": np.array(json.dumps(about))}
    np.savez_compressed(target, **arrays)


def about(stored: Path = STORED) -> dict:
    """Return what was recorded: ``source``, ``moments``, ``runs`` (their settings), ``chance``."""
    with np.load(stored) as file:
        return json.loads(str(file["about"]))


def _short(number: float) -> float | None:
    return float(f"{number:.3g}") if np.isfinite(number) else None


def write_scripts(folder: Path, stored: Path = STORED) -> None:
    """Write the recorded runs as scripts, which a page can load from a disk too: one each, and one on all."""
    folder.mkdir(parents=True)
    known = about(stored)
    with np.load(stored) as file:

        def text(name: str) -> str:
            return base64.b64encode(file[name].tobytes()).decode()

        for number, run in enumerate(known["runs"]):
            data = {name: text(f"{number}_{name}") for name in ("points", "arrows", "background")}
            data["modes"] = file[f"{number}_modes"].tolist()
            losses = [[_short(x) for x in pair] for pair in file[f"{number}_losses"]]
            data |= {"losses": losses, "trouble": run["trouble"]}
            script = f"playgroundRun({number}, {json.dumps(data)});\n"
            (folder / f"{number}.js").write_text(script, encoding="utf-8")
        shared = {key: known[key] for key in ("moments", "runs", "chance")}
        shared |= {"real": text("real"), "squares": SQUARES, "scale": SCALE}
    (folder / "about.js").write_text(f"playgroundAbout({json.dumps(shared)});\n", encoding="utf-8")


if __name__ == "__main__":
    record()
