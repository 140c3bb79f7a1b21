"""How fast is grading, and does it agree? By nbgrader's own autograde in turn, and by ``make grade``.

``python -m tests.benchmarks.grading --lab lab01_vanilla_gan --copies 16 --workers 2`` grades copies of the
solved lab; each differs by a comment. ``--gallery`` takes the solution, the untouched release and the whole
gallery of right and wrong hand-ins instead (some minutes). With ``--only ours`` or ``--only stock`` one of
the two; ``--scores FILE.json`` keeps the scores, so that the other can follow later. Prints the seconds of
each, their ratio, which hand-ins got another score or another status than graded, and where the time of
our run went. Ends with status 1 if there are such hand-ins.
"""

import argparse
import csv
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

from tests import hand_ins

ROOT = Path(__file__).parents[2]


def copies_of(lab: str, count: int) -> dict[str, nbformat.NotebookNode]:
    """Return copies of the solved lab by student; each differs by a comment."""
    copies = {}
    for number in range(count):
        notebook = copies[f"student{number:03}"] = hand_ins.master(lab)
        for cell in filter(hand_ins.is_answer, notebook.cells):
            cell.source += f"\n# copy {number}"
    return copies


def whole_gallery(lab: str) -> dict[str, nbformat.NotebookNode]:
    """Return the solution, the untouched release, and every hand-in of the gallery."""
    found = {"solution": hand_ins.master(lab), "release": hand_ins.release(lab)}
    for kind in ("valid", "wrong"):
        for path in hand_ins.gallery(lab, kind):
            found[f"{kind}-{path.stem}"] = hand_ins.read_hand_in(path).notebook(lab)
    return found


def make_course(folder: Path, lab: str, notebooks: dict[str, nbformat.NotebookNode]) -> None:
    """Write a course folder with these hand-ins."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "solutions" / lab).mkdir(parents=True)
    shutil.copy(ROOT / "solutions" / lab / f"{lab}.ipynb", folder / "solutions" / lab)
    for student, notebook in notebooks.items():
        target = folder / "submitted" / student / lab
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{lab}.ipynb")


def timed(command: list[str], folder: Path) -> float:
    """Run a command in a course folder; return its seconds, or stop with what it said."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PATH": programs}, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-4000:])
    return time.perf_counter() - started


def by_stock(folder: Path, lab: str) -> tuple[float, dict[str, float]]:
    """Grade with nbgrader alone; return the seconds, and the automatic points by student."""
    timed(["nbgrader", "generate_assignment", lab], folder)
    seconds = timed(["nbgrader", "autograde", lab], folder)
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as book:
        submissions = book.find_assignment(lab).submissions
        return seconds, {
            s.student.id: sum(g.auto_score or 0 for n in s.notebooks for g in n.grades) for s in submissions
        }


def by_us(folder: Path, lab: str, workers: int) -> tuple[float, dict[str, float | str]]:
    """Grade with the course's command; return the seconds, and points, or the status if not graded."""
    command = [sys.executable, "-m", "grading", lab, "--workers", str(workers)]
    started, done, said = time.perf_counter(), [], []
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:  # one for each result
            done.append(time.perf_counter() - started)
            said.append(line)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit("".join(said[-20:]))
    print(f"first result after {done[0]:.1f} s, last after {done[-1]:.1f} s, end after {seconds:.1f} s")
    with open(folder / "grades.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    page = (folder / f"summary_{lab}.html").read_text(encoding="utf-8")
    spent = page[page.index("Time spent") :].split("</p>")[0]
    print(html.unescape(re.sub(r"<[^>]*>", "", spent)))
    return seconds, {
        row["student"]: float(row["score"]) if row["status"] == "graded" else row["status"] for row in rows
    }


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--lab", default="lab01_vanilla_gan", choices=hand_ins.LABS)
    parser.add_argument("--copies", type=int, default=16)
    parser.add_argument("--gallery", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", choices=("stock", "ours"))
    parser.add_argument("--scores", type=Path)
    asked = parser.parse_args()
    notebooks = whole_gallery(asked.lab) if asked.gallery else copies_of(asked.lab, asked.copies)
    seconds, scores = {}, {}
    if asked.scores and asked.scores.exists():
        scores = json.loads(asked.scores.read_text(encoding="utf-8"))
    for name in (asked.only,) if asked.only else ("stock", "ours"):
        with tempfile.TemporaryDirectory() as folder_name:
            make_course(Path(folder_name), asked.lab, notebooks)
            if name == "stock":
                seconds[name], scores[name] = by_stock(Path(folder_name), asked.lab)
            else:
                seconds[name], scores[name] = by_us(Path(folder_name), asked.lab, asked.workers)
        print(f"{name}: {seconds[name]:.1f} s for {len(notebooks)} hand-ins")
    if asked.scores:
        asked.scores.write_text(json.dumps(scores, indent=1), encoding="utf-8")
    if len(seconds) == 2:
        print(f"stock / ours: {seconds['stock'] / seconds['ours']:.2f}")
    if len(scores) == 2:
        odd = {
            name: (scores["stock"].get(name), scores["ours"].get(name))
            for name in notebooks
            if scores["stock"].get(name) != scores["ours"].get(name)
        }
        print(f"{len(notebooks) - len(odd)} of {len(notebooks)} hand-ins have the same score")
        for name, (stock, ours) in odd.items():
            print(f"  {name}: stock {stock}, ours {ours}")
        sys.exit(bool(odd))


if __name__ == "__main__":
    main()
