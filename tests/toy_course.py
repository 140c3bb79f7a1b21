"""A course folder with one tiny lab, no TensorFlow in it, for the tests of grading."""

import contextlib
import copy
import csv
import dataclasses
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from dask import config
from dask.distributed import Client, LocalCluster
from nbformat import NotebookNode

from grading import cli, run, task
from grading.judging import judges, kernel
from grading.sandbox import forkclient

LAB = "toy"
SETTINGS = Path(__file__).parents[1] / "nbgrader_config.py"
# It has checks of its own, for nbgrader alone: the course's would start TensorFlow in every kernel.
SET_UP = """import math


class checks:
    @staticmethod
    def run(draw, observe, judge, times=1):
        import numpy

        for _ in range(times):
            given = draw(numpy.random.default_rng())
            judge(given, observe(given))"""
MEAN = '''def mean(values):
    """Return the mean of a list of numbers."""
    ### BEGIN SOLUTION
    return sum(values) / len(values)
    ### END SOLUTION'''
TEST_MEAN = """# Part 1, mean: 2 points
def draw(rng):
    return [1, 2, 6]


def observe(given):
    return mean(given)


def judge(given, seen):
    assert type(seen) in (int, float), "is a return missing?"
    assert seen == sum(given) / len(given), "did you divide by the number of values?"


checks.run(draw, observe, judge)
### BEGIN HIDDEN TESTS
def draw_secret_values(rng):
    return [int(value) for value in rng.integers(0, 99, rng.integers(5, 9))]


def judge_any_number(given, seen):
    assert type(seen) in (int, float), "is a return missing?"
    assert seen == sum(given) / len(given), "the number of values can be any"


checks.run(draw_secret_values, observe, judge_any_number, times=3)
### END HIDDEN TESTS"""
SQUARE = '''def square(x):
    """Return x times x."""
    ### BEGIN SOLUTION
    return x * x
    ### END SOLUTION'''
TEST_SQUARE = """# Part 2, square: 3 points
def draw(rng):
    return 3


def observe(given):
    return square(given)


def judge(given, seen):
    assert type(seen) is int, "is a return missing?"
    assert seen == given**2, "did you double it?"


checks.run(draw, observe, judge)
### BEGIN HIDDEN TESTS
def draw_secret_number(rng):
    return -int(rng.integers(5, 999))


def judge_negative(given, seen):
    assert type(seen) is int, "is a return missing?"
    assert seen == given**2, "negative numbers have squares too"


checks.run(draw_secret_number, observe, judge_negative)
### END HIDDEN TESTS"""
# A third part, with NumPy, for hand-ins that need one.
TWICE = """def twice(values):
    ### BEGIN SOLUTION
    return 2 * values
    ### END SOLUTION"""
TEST_TWICE = """# Part 3, twice: 4 points
def draw(rng):
    return np.array([1.0, 2.0])


def observe(given):
    return twice(given)


def judge(given, seen):
    right = np.array([2.0, 4.0])
    assert getattr(seen, "kind", "") == "array", "is it an array?"
    np.testing.assert_allclose(seen, right)


checks.run(draw, observe, judge)
### BEGIN HIDDEN TESTS
def draw_hidden(rng):
    return rng.normal(size=5)


def judge_hidden(given, seen):
    right = 2 * given
    np.testing.assert_allclose(seen, right)
    assert np.abs(seen - right).max() < 1e-9, "are all values doubled?"


checks.run(draw_hidden, observe, judge_hidden)
### END HIDDEN TESTS"""
DISCUSSION = "The mean moves with one large value. Mark scheme: 1 point for this, 1 point for an example."


def cell(kind: str, source: str, grade_id: str, role: str, points: int | None = None) -> NotebookNode:
    """Return a cell with nbgrader's metadata; ``role`` is answer, test or discussion."""
    new = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    made = new(source, id=grade_id)
    made.metadata["nbgrader"] = {
        "grade_id": grade_id,
        "schema_version": 3,
        "grade": role in ("test", "discussion"),
        "solution": role in ("answer", "discussion"),
        "locked": role == "test",
        "task": False,
    }
    if points is not None:
        made.metadata.nbgrader["points"] = points
    return made


def master() -> NotebookNode:
    """Return the solved lab: two answers with tests of 2 and 3 points, one discussion of 2."""
    cells = [
        nbformat.v4.new_markdown_cell("# Toy lab", id="title"),
        nbformat.v4.new_code_cell(SET_UP, id="set-up"),
        cell("code", MEAN, "mean", "answer"),
        cell("code", TEST_MEAN, "test-mean", "test", 2),
        cell("code", SQUARE, "square", "answer"),
        cell("code", TEST_SQUARE, "test-square", "test", 3),
        cell("markdown", DISCUSSION, "discussion", "discussion", 2),
    ]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def with_twice() -> NotebookNode:
    """Return the solved lab with a third part of 4 points, in NumPy."""
    notebook = master()
    notebook.cells.insert(1, nbformat.v4.new_code_cell("import numpy as np", id="given"))
    notebook.cells.append(cell("code", TWICE, "twice", "answer"))
    notebook.cells.append(nbformat.v4.new_code_cell("", id="own"))
    notebook.cells.append(cell("code", TEST_TWICE, "test-twice", "test", 4))
    return notebook


def handed_out(**answers: str) -> NotebookNode:
    """Return the lab as students have it, without hidden tests, with right answers or those given."""
    notebook = solved(**answers)
    for made in notebook.cells:
        if "test" in made.id:
            made.source = made.source.split("### BEGIN HIDDEN TESTS")[0].rstrip()
    return notebook


def solved(**answers: str) -> NotebookNode:
    """Return the solved lab with other sources for the named answer cells."""
    notebook = copy.deepcopy(master())
    for made in notebook.cells:
        made.source = answers.get(made.id, made.source)
    return notebook


def make_course(folder: Path, lab: NotebookNode | None = None) -> Path:
    """Write the course folder, with the toy lab or another, and return it."""
    (folder / "solutions" / LAB).mkdir(parents=True)
    nbformat.write(lab or master(), folder / "solutions" / LAB / f"{LAB}.ipynb")
    shutil.copy(SETTINGS, folder)
    return folder


def submit(course: Path, student: str, notebook: NotebookNode) -> Path:
    """Put a hand-in where nbgrader looks for it; return its folder."""
    folder = course / "submitted" / student / LAB
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{LAB}.ipynb")
    return folder


@contextlib.contextmanager
def here(workers: int, scheduler: str | None = None, env: dict | None = None) -> Iterator[Client]:
    """Give a client of a cluster whose workers are threads of this process, and at rest as the command's.

    Dask's profiler asks Python for the frames of all threads; Python 3.11 can stop for ever in that call.
    """
    options = {"threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with (
        config.set(cli.REST),
        LocalCluster(workers, **options) as local,
        Client(local, set_as_default=False) as client,
    ):
        yield client


@contextlib.contextmanager
def quick(**job: object) -> Iterator[pytest.MonkeyPatch]:
    """Let runs have their workers in this process, and kernels that are forked from one with NumPy.

    Less than half a second for a hand-in, not two. ``job`` are other values of each `grading.task.Job`.
    """
    make = run.make_job
    judges.close_all()
    forkclient.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "cluster", here)
        patch.setattr(run, "make_job", lambda *given: dataclasses.replace(make(*given), **job))
        patch.setattr(forkclient, "WORTH", {"math"})
        patch.setattr(task, "_can_fork", True)
        patch.setattr(forkclient, "_HEAVY", "numpy")
        patch.setattr(kernel, "GRACE_SECONDS", 2.0)
        yield patch
        judges.close_all()
        forkclient.close_all()


def table(folder: Path) -> dict[str, dict[str, str]]:
    """Return the lines of grades.csv by student."""
    with open(folder / "grades.csv", encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def grade(course: Path, *arguments: str) -> int:
    """Run the grading command in the course folder, with two workers; return its exit status."""
    before = os.getcwd()
    os.chdir(course)
    try:
        return cli.main([LAB, "--workers", "2", *arguments])
    finally:
        os.chdir(before)


if __name__ == "__main__":  # as another process would, without workers of its own
    with quick():
        sys.exit(grade(Path(sys.argv[1]), *sys.argv[2:]))
