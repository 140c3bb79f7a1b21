"""Runs a page's cells by their tags, so that benchmarks and shipped files use the page and no copy."""

import concurrent.futures
import functools
import json
import multiprocessing
import os
from collections.abc import Iterable
from pathlib import Path

from helpers import assets
from helpers.assets.sources import source_hash

import numpy as np

NOTEBOOKS = assets.FOLDER.parents[1] / "notebooks"
FEW, MORE, MANY = (range(1, 1 + count) for count in (3, 5, 20))  # seeds; more where a run is cheap


def run_cells(
    notebook: Path, tags: set[str], needed: tuple[str, ...] = (), names: dict | None = None
) -> dict:
    """Run the code cells that carry one of the tags, in order, in the full profile.

    Parameters
    ----------
    notebook
        Its path.
    tags
        Which cells to run.
    needed
        The names that these cells must define.
    names
        Names that the cells may use, as an earlier call returned them; the same dictionary is returned.

    Returns
    -------
    dict
        The names that the cells define.

    Raises
    ------
    SystemExit
        If the notebook is missing, is not a notebook, or its tagged cells do not define enough.
    """
    os.environ["COURSE_PROFILE"] = "full"
    try:
        cells = json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise SystemExit(f"{notebook} cannot be read as a notebook: {error}") from error
    names = {"__name__": "page"} if names is None else names
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] == "code" and tags & set(cell["metadata"].get("tags", [])):
            code = compile("".join(cell["source"]), f"{notebook}, cell {number}", "exec")
            exec(code, names)
    missing = [name for name in needed if name not in names]
    if missing:
        which = " or ".join(sorted(tags))
        raise SystemExit(f"The cells of {notebook} tagged {which} do not define {' and '.join(missing)}.")
    return names


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


def scores(found: dict) -> dict:
    """Return ``{kind: {seed: score}}`` of what `over_seeds` returned, where each result begins with it."""
    return {kind: {seed: run[0] for seed, run in runs.items()} for kind, runs in found.items()}


def arrays(path: Path) -> dict[str, np.ndarray]:
    """Return the arrays of an npz file, none if it is not there."""
    if not path.exists():
        return {}
    with np.load(path) as file:
        return dict(file)


def stored(record: str, page: str, tags: tuple[str, ...]) -> dict:
    """Return what a record holds if the page's tagged cells are those that made it, else ``{}``."""
    path = assets.FOLDER / record
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"source": {"hash": None}}
    now = source_hash(NOTEBOOKS / f"{page}.ipynb", set(tags))
    return found if found.pop("source")["hash"] == now else {}
