"""Runs a notebook's cells tagged ``bench``, so that benchmarks measure the notebook and no copy.

Such cells define all that training needs: ``new_gan(seed)`` returns the compiled model,
``new_batches(seed)`` the stream of batches that ``fit`` is given, ``draw_noise(count, seed)`` noise for
the model's ``generate(noise)``, or ``generate(noise, labels)`` where it also has ``num_classes``.
"""

import json
import os
from pathlib import Path

NEEDED = ("new_gan", "new_batches", "draw_noise")


def run_bench_cells(notebook: Path, tag: str = "bench", needed: tuple[str, ...] = NEEDED) -> dict:
    """Return the names that the tagged cells define, run in the full profile.

    Parameters
    ----------
    notebook
        Its path.
    tag
        Which cells to run.
    needed
        The names that these cells must define.

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
    names: dict = {"__name__": "bench"}
    for number, cell in enumerate(cells, start=1):
        if cell["cell_type"] == "code" and tag in cell["metadata"].get("tags", []):
            code = compile("".join(cell["source"]), f"{notebook}, cell {number}", "exec")
            exec(code, names)
    missing = [name for name in needed if name not in names]
    if missing:
        raise SystemExit(f"The cells of {notebook} tagged {tag!r} do not define {' and '.join(missing)}.")
    return names
