"""Runs the notebooks as other machines would: other instructions, another library build, one thread.

``python -m tests.other_machines [NOTEBOOK ...]`` runs whole notebooks in the reduced profile in each of
``machines()``, and prints a table; asserts must hold and the checked cells must print what is stored. What a
notebook that came through rested on is written down (`RECORD`). The test suite runs what the checked
cells need (``run_checked``) of every notebook of which that differs, and of every fourth of the others;
each as one of the machines, and all of one machine in one process, since starting TensorFlow takes longer
than most cells.
"""

import argparse
import hashlib
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

from tests import judged, slicing

ROOT = Path(__file__).parents[1]
RECORD = Path(__file__).with_name("machines.json")
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


def rests_on(path: Path) -> str:
    """Return the sum of all that decides what a notebook's checked cells print, and what is stored there."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    stored = [shown(cell.outputs) for cell in cells if slicing.is_checked(cell)]
    tools = {ROOT / "tests" / name for name in ("other_machines.py", "slicing.py")}
    return judged.sum_of([json.dumps(stored), *(cell.source for cell in cells)], tools)


def due(paths: list[Path]) -> list[Path]:
    """Return the notebooks that changed since they ran on every machine, and every fourth of the others."""
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    same = [path for path in paths if record.get(path.stem) == rests_on(path)]
    now = same[int(hashlib.sha256(RECORD.read_bytes()).hexdigest(), 16) % judged.SHARE :: judged.SHARE]
    return [path for path in paths if path not in same or path in now]


def write_down(path: Path) -> None:
    """Write down what a notebook rests on that came through on every machine."""
    record = json.loads(RECORD.read_text(encoding="utf-8")) | {path.stem: rests_on(path)}
    text = json.dumps({path.stem: record[path.stem] for path in NOTEBOOKS if path.stem in record}, indent=1)
    RECORD.write_text(text + "\n", encoding="utf-8", newline="\n")


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
    parser.add_argument(
        "--cells", action="store_true", help="only the checked cells and what they need (six minutes)"
    )
    arguments = parser.parse_args()
    paths = [path.resolve() for path in arguments.notebooks]
    if arguments.checked:
        arguments.checked.write_text(json.dumps({path.stem: _run_cells(path) for path in paths}))
        return 0
    faults = []
    before = {path: rests_on(path) for path in paths}
    ran = {name: run_checked(paths, machine) for name, machine in machines().items() if arguments.cells}
    for path in paths:
        words, count = [], len(faults)
        for name, machine in machines().items():
            started = time.perf_counter()
            new = differences(path, ran[name][path.stem]) if ran else run_whole(path, machine)
            faults += [f"{name}: {line}" for line in new]
            words.append(f"{name}: {'FAILED' if new else 'ok'} {time.perf_counter() - started:4.0f} s")
        print(f"{path.stem:32}" + "".join(f"{word:>40}" for word in words), flush=True)
        if path in NOTEBOOKS and len(faults) == count and before[path] == rests_on(path):
            write_down(path)
    print("", *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
