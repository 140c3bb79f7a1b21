"""A course folder with one tiny lab, no TensorFlow in it, for the tests of grading."""

import copy
import os
import shutil
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grading import cli

LAB = "toy"
SETTINGS = Path(__file__).parents[1] / "nbgrader_config.py"
# No lab is named in it, so that it starts no TensorFlow: what judges it outside needs no course.
SET_UP = "import math\n\nclass checks:\n    pass"
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


def solved(**answers: str) -> NotebookNode:
    """Return the solved lab with other sources for the named answer cells."""
    notebook = copy.deepcopy(master())
    for made in notebook.cells:
        made.source = answers.get(made.id, made.source)
    return notebook


def make_course(folder: Path) -> Path:
    """Write the course folder and return it."""
    (folder / "solutions" / LAB).mkdir(parents=True)
    nbformat.write(master(), folder / "solutions" / LAB / f"{LAB}.ipynb")
    shutil.copy(SETTINGS, folder)
    return folder


def submit(course: Path, student: str, notebook: NotebookNode) -> Path:
    """Put a hand-in where nbgrader looks for it; return its folder."""
    folder = course / "submitted" / student / LAB
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{LAB}.ipynb")
    return folder


def grade(course: Path, *arguments: str) -> int:
    """Run the grading command in the course folder, with two workers; return its exit status."""
    before = os.getcwd()
    os.chdir(course)
    try:
        return cli.main([LAB, "--workers", "2", *arguments])
    finally:
        os.chdir(before)
