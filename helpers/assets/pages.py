"""Runs a page's cells by their tags, so that benchmarks and shipped files use the page and no copy."""

import json
import os
from pathlib import Path

from helpers import assets

NOTEBOOKS = assets.FOLDER.parents[1] / "notebooks"


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
