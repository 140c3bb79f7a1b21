"""Frechet distance against seconds of training, for every digit generator of the course.

``python -m tests.benchmarks.quality_curves [--only 07_dcgan ...] [--seeds 1 2 3] [--seconds 60]``

Trains what the notebooks' own cells tagged ``bench`` define, each network and seed in a process of
its own, one after the other, and scores it with the cells of notebook 08 tagged ``measure``. The
clock stands still during scoring. Each result is merged into ``helpers/assets/quality_curves.json``
as soon as it is there, so the file can be made in parts, and an interrupted run goes on with
``--missing``, which leaves out what was measured for as long with the cells of today. All on a
machine that does nothing else: about a minute and a half a network and seed.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from helpers import assets
from helpers.assets.pages import run_cells
from helpers.assets.sources import source_hash, write_sums

from tests.benchmarks.time_to_quality import NEEDED, draw, train_by_the_clock

NETWORKS = ("06_vanilla_gan", "07_dcgan", "08_evaluating_gans", "09_conditional_gan", "10_wasserstein_gan")
JUDGE = "08_evaluating_gans"
MARKS = (5, 10, 20, 30, 60, 120, 300)
FILE = "quality_curves.json"
NOTEBOOKS = assets.FOLDER.parents[1] / "notebooks"


def path_of(network: str) -> Path:
    """Return the path of a notebook by its name."""
    return NOTEBOOKS / f"{network}.ipynb"


def hashes(network: str) -> dict[str, str]:
    """Return the hashes of the cells that train a network and of those that score it."""
    return {
        "bench": source_hash(path_of(network), {"bench"}),
        "measure": source_hash(path_of(JUDGE), {"measure"}),
    }


def read(folder: Path = assets.FOLDER) -> dict[str, dict[str, dict]]:
    """Return ``{network: {seed: result}}``, empty if nothing was measured yet."""
    path = folder / FILE
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def merge(network: str, seed: int, result: dict, folder: Path = assets.FOLDER) -> None:
    """Put one result into the file in one move; the others stay as they are."""
    record = read(folder)
    record.setdefault(network, {})[str(seed)] = result
    ordered = {name: dict(sorted(record[name].items())) for name in sorted(record)}
    temporary = folder / f"unfinished.{FILE}"
    temporary.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8", newline="\n")
    os.replace(temporary, folder / FILE)


def is_fresh(result: dict | None, network: str, seconds: float = 0.0) -> bool:
    """Tell whether a result was measured with the cells of today, for at least ``seconds``."""
    return result is not None and result["hashes"] == hashes(network) and result["seconds"] >= seconds


def measure(network: str, seed: int, seconds: float) -> dict:
    """Train one network with one seed and return its curve and its scores at the end."""
    scores = run_cells(path_of(JUDGE), {"measure"}, ("scores",))["scores"]
    names = run_cells(path_of(network), {"bench"}, NEEDED)
    run = train_by_the_clock(names, seed, seconds, list(MARKS))
    images = draw(run.gan, 4000, 7)[0]
    return {
        "hashes": hashes(network),
        "seconds": round(run.seconds, 2),
        "steps": run.steps,
        "images_per_second": round(run.steps * run.batch_size / run.seconds),
        "curve": [[round(moment, 2), step, round(value, 3)] for moment, step, value in run.history],
        "scores": {name: round(float(value), 4) for name, value in scores(images).items()},
    }


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    present = [name for name in NETWORKS if path_of(name).is_file()]
    parser.add_argument("--only", nargs="+", choices=present, default=present, metavar="NOTEBOOK")
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--missing", action="store_true", help="leave out what is there and fresh")
    arguments = parser.parse_args()
    if arguments.seconds <= 0:
        parser.error("--seconds must be over 0")

    pairs = [(network, seed) for seed in arguments.seeds for network in arguments.only]
    if arguments.missing:
        record, seconds = read(), arguments.seconds
        pairs = [(n, s) for n, s in pairs if not is_fresh(record.get(n, {}).get(str(s)), n, seconds)]
    if len(pairs) == 1:
        (network, seed) = pairs[0]
        result = measure(network, seed, arguments.seconds)
        merge(network, seed, result)
        write_sums()
        end = result["curve"][-1]
        print(f"{network}, seed {seed}: {end[1]:,} steps in {end[0]:.1f} s, Frechet distance {end[2]:.2f}")
        return
    command = [sys.executable, "-m", "tests.benchmarks.quality_curves", "--seconds", str(arguments.seconds)]
    for network, seed in pairs:
        subprocess.run([*command, "--only", network, "--seeds", str(seed)], check=True)


if __name__ == "__main__":
    main()
