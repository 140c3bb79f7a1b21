"""Runs the notebooks as other machines would: other instructions, another library build, one thread.

``python -m tests.other_machines [NOTEBOOK ...]`` runs whole notebooks in the reduced profile, once as
this machine is and once in each of ``machines()``, and prints a table; asserts must hold and the checked
cells must print what is stored. The test suite runs only what the checked cells need (``run_checked``),
each notebook as one of the machines in turn, and all of one machine in one process, since starting
TensorFlow takes longer than most cells.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from pathlib import Path

import nbformat
from nbclient.exceptions import CellExecutionError

from tests import slicing

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted([*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "solutions").glob("*/*.ipynb")])


def machines() -> dict[str, dict[str, str]]:
    """Return ``{name: environment variables}`` that make this machine compute as another one.

    What one variable would hide from another is kept apart: without oneDNN its instructions do not matter.
    NumPy is asked to do without what it would use here beyond its baseline; other names it would warn of.
    """
    from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__

    beyond = " ".join(name for name in __cpu_dispatch__ if __cpu_features__.get(name))
    old = {"ONEDNN_MAX_CPU_ISA": "SSE41", "MPLBACKEND": "Agg"}
    if beyond:
        old["NPY_DISABLE_CPU_FEATURES"] = beyond
    if platform.machine().lower() in ("x86_64", "amd64"):
        old["OPENBLAS_CORETYPE"] = "Nehalem"
    threads = ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    return {
        "an old processor": old,
        "one thread, no oneDNN": dict.fromkeys(threads, "1") | {"TF_ENABLE_ONEDNN_OPTS": "0"},
    }


def shown(outputs: list[dict]) -> dict[str, list[str]]:
    """Return what nbval compares of a cell's outputs: each stream as one text, and each text shown."""
    found: dict[str, list[str]] = defaultdict(list)
    for output in outputs:
        if output["output_type"] == "stream":
            found[output["name"]] = ["".join(found[output["name"]]) + output["text"]]
        else:
            found["text"].append(output.get("data", {}).get("text/plain", ""))
    return dict(found)


def _run_cells(path: Path) -> dict[str, dict]:
    """Run what the checked cells of one notebook need; return ``{cell id: {"shown", "error"}}``.

    Only checked cells are in the result, and cells that raised: what comes after them did not run.
    """
    # Imported here: what it sets on import, warning filters too, must outlive the first cell.
    from helpers import profile  # noqa: F401

    import keras
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell, ran = InteractiveShell.instance(), {}
    shell.reset(new_session=False)
    keras.utils.clear_session()
    os.chdir(path.parent)
    for cell, source in slicing.needed_cells(nbformat.read(path, as_version=4)):
        with warnings.catch_warnings(), capture_output() as captured:
            result = shell.run_cell(source, store_history=False)
        error = result.error_before_exec or result.error_in_exec
        outputs = [{"output_type": "display_data", "data": o.data} for o in captured.outputs]
        streams = {"stdout": captured.stdout, "stderr": captured.stderr}
        outputs += [{"output_type": "stream", "name": n, "text": t} for n, t in streams.items() if t]
        if error is not None:
            ran[cell.id] = {"shown": {}, "error": f"{type(error).__name__}: {error}"}
            break
        if slicing.is_checked(cell):
            ran[cell.id] = {"shown": shown(outputs), "error": None}
    return ran


def run_checked(paths: list[Path], machine: dict[str, str]) -> dict[str, dict[str, dict]]:
    """Run the checked cells of notebooks in one process of a machine; return ``{stem: {cell id: ...}}``."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "ran.json"
        environment = os.environ | machine | {"COURSE_PROFILE": "reduced", "IPYTHONDIR": folder}
        command = [sys.executable, "-m", "tests.other_machines", "--checked", str(result), *map(str, paths)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"The notebooks could not be run with {machine}:\n{done.stdout}{done.stderr}")
        return json.loads(result.read_text(encoding="utf-8"))


def differences(path: Path, ran: dict[str, dict]) -> list[str]:
    """Return a line for each checked cell that did not print what is stored, and for each error."""
    found = []
    for cell in nbformat.read(path, as_version=4).cells:
        now = ran.get(cell.id)
        if now and now["error"]:
            return [*found, f"{path.stem}, cell {cell.id}: {now['error']}"]
        if slicing.is_checked(cell):
            stored = shown(cell.outputs)
            if now is None:
                found.append(f"{path.stem}, cell {cell.id}: did not run")
            elif now["shown"] != stored:
                found.append(f"{path.stem}, cell {cell.id}: stored {stored}, printed here {now['shown']}")
    return found


def run_whole(path: Path, machine: dict[str, str]) -> list[str]:
    """Run a notebook from top to bottom in the reduced profile; return its faults, one a line."""
    from tests.benchmarks import run_notebooks

    before = dict(os.environ)
    os.environ.update(machine, COURSE_PROFILE="reduced")
    try:
        done = run_notebooks.run(path)[0]
    except (CellExecutionError, OSError) as error:
        return [f"{path.stem}: {error}"]
    finally:
        os.environ.clear()
        os.environ.update(before)
    cells = [cell for cell in done.cells if slicing.is_checked(cell)]
    return differences(path, {cell.id: {"shown": shown(cell.outputs), "error": None} for cell in cells})


def main() -> int:
    """Run the command line; return 1 if a notebook failed on a machine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("notebooks", nargs="*", type=Path, default=NOTEBOOKS)
    parser.add_argument(
        "--checked", type=Path, metavar="FILE", help="only the checked cells, here; write FILE"
    )
    arguments = parser.parse_args()
    paths = [path.resolve() for path in arguments.notebooks]
    if arguments.checked:
        arguments.checked.write_text(json.dumps({path.stem: _run_cells(path) for path in paths}))
        return 0
    columns, faults, rows = {"this machine": {}} | machines(), [], []
    for path in paths:
        words = []
        for name, machine in columns.items():
            started = time.perf_counter()
            new = run_whole(path, machine)
            faults += [f"{name}: {line}" for line in new]
            words.append(f"{'FAILED' if new else 'ok'} {time.perf_counter() - started:4.0f} s")
        rows.append(f"{path.stem:32}" + "".join(f"{word:>24}" for word in words))
        print(rows[-1], flush=True)
    print(
        "\n" + "\n".join(faults) if faults else "",
        f"{'':32}" + "".join(f"{c:>24}" for c in columns),
        *rows,
        sep="\n",
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
