"""How fast is grading? Copies of a solved lab, by nbgrader's own autograde in turn and by ``make grade``.

``python -m tests.benchmarks.grading --lab lab01_vanilla_gan --copies 16 --workers 2``. With
``--only ours`` or ``--only stock`` one of them. Each copy differs by a comment. Prints the seconds of each,
their ratio, whether the scores agree, and where the time of our run went.
"""

import argparse
import csv
import os
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


def make_course(folder: Path, lab: str, copies: int) -> None:
    """Write a course folder with copies of the solved lab as hand-ins."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    (folder / "solutions" / lab).mkdir(parents=True)
    shutil.copy(ROOT / "solutions" / lab / f"{lab}.ipynb", folder / "solutions" / lab)
    for number in range(copies):
        notebook = hand_ins.master(lab)
        for cell in filter(hand_ins.is_answer, notebook.cells):
            cell.source += f"\n# copy {number}"
        target = folder / "submitted" / f"student{number:03}" / lab
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


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--lab", default="lab01_vanilla_gan")
    parser.add_argument("--copies", type=int, default=16)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", choices=("stock", "ours"))
    asked = parser.parse_args()
    seconds, scores = {}, {}
    for name in ("stock", "ours"):
        if asked.only not in (None, name):
            continue
        with tempfile.TemporaryDirectory() as folder_name:
            folder = Path(folder_name)
            make_course(folder, asked.lab, asked.copies)
            if name == "stock":
                timed(["nbgrader", "generate_assignment", asked.lab], folder)
                seconds[name] = timed(["nbgrader", "autograde", asked.lab], folder)
                with Gradebook(f"sqlite:///{folder}/gradebook.db") as book:
                    submissions = book.find_assignment(asked.lab).submissions
                    scores[name] = {
                        s.student.id: sum(g.auto_score or 0 for n in s.notebooks for g in n.grades)
                        for s in submissions
                    }
            else:
                command = [sys.executable, "-m", "grading", asked.lab, "--workers", str(asked.workers)]
                seconds[name] = timed(command, folder)
                with open(folder / "grades.csv", encoding="utf-8", newline="") as file:
                    rows = list(csv.DictReader(file))
                scores[name] = {row["student"]: float(row["score"] or "nan") for row in rows}
                page = (folder / f"summary_{asked.lab}.html").read_text(encoding="utf-8")
                print(page[page.index("Time spent") :].split("</p>")[0])
        print(f"{name}: {seconds[name]:.1f} s for {asked.copies} hand-ins")
    if len(seconds) == 2:
        agree = scores["stock"] == scores["ours"]
        print(f"stock / ours: {seconds['stock'] / seconds['ours']:.2f}; scores agree: {agree}")


if __name__ == "__main__":
    main()
