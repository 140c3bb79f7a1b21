"""The project: seeds that every computer gives, one rubric in all three places, examples that hold."""

import ast
import re
import subprocess
import sys

import nbformat
import pytest
from nbgrader import utils

from tests import hand_ins

LAB = "project_hand_in"
PAGE = hand_ins.ROOT / "grading" / "project.md"
MASTER = hand_ins.master(LAB)
RUBRIC = ("question", "measurement", "control", "discussion", "limits", "presentation")
SEEDS = {"Ada Lovelace": 304125, "Ana Díaz": 156373, "李 小龙": 449207}  # as they were first given
WEAK = hand_ins.GALLERY / LAB / "wrong" / "weak_in_most_things.py"


def cell(name: str) -> nbformat.NotebookNode:
    (found,) = [one for one in MASTER.cells if one.id == f"project-{name}"]
    return found


def rows(text: str) -> dict[str, list[str]]:
    """Return ``{criterion: the words of its four levels}`` of the rubric's table in a text."""
    table = text[text.index("| | 0 | 1 | 2 | 3 |") :].split("\n\n")[0].splitlines()[2:]
    parts = [[part.strip() for part in line.strip("|").split(" | ")] for line in table]
    return {first: levels for first, *levels in parts}


@pytest.fixture(scope="module")
def my_seed():
    (function,) = [node for node in ast.parse(cell("my-seed").source).body if hasattr(node, "name")]
    space: dict = {}
    exec(f"import hashlib, unicodedata\n{ast.unparse(function)}", space)
    return space["my_seed"]


def test_a_name_gives_one_seed_however_it_is_typed(my_seed):
    assert my_seed("Ada Lovelace") == SEEDS["Ada Lovelace"]
    assert my_seed("  ADA\tlovelace ") == my_seed("Ada Lovelace")
    assert my_seed("Ana Díaz") == my_seed("Ana Di\u0301az") == my_seed("ANA DÍAZ") == SEEDS["Ana Díaz"]
    assert len({my_seed(f"Student {k}") for k in range(200)}) > 195


def test_every_start_of_python_gives_the_same_seed(my_seed):
    source = ast.unparse(ast.parse(cell("my-seed").source).body[0])
    code = f"import hashlib, unicodedata\n{source}\nprint(my_seed('李 小龙'))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert int(said) == my_seed("李 小龙") == SEEDS["李 小龙"]


def test_the_rubric_has_the_same_words_for_students_markers_and_instructors():
    shown = rows(cell("rubric").source)
    assert rows(PAGE.read_text(encoding="utf-8")) == shown
    schemes = [cell(name).source for name in RUBRIC]
    for (criterion, levels), scheme in zip(shown.items(), schemes, strict=True):
        assert re.findall(r"^- \d points?: (.*)\.$", scheme, flags=re.MULTILINE) == levels, criterion
        assert len(set(levels)) == 4


def test_points_are_as_the_first_cell_says():
    graded = [one for one in MASTER.cells if utils.is_grade(one) or utils.is_task(one)]
    tests = [one.metadata.nbgrader.points for one in graded if one.cell_type == "code"]
    by_person = [one.metadata.nbgrader.points for one in graded if one.cell_type == "markdown"]
    assert (tests, by_person) == ([1] * 7, [3] * 6)
    assert "| all | 25 | 7 by tests, 18 by a person |" in MASTER.cells[0].source


def test_students_can_read_what_tests_them():
    for one in filter(hand_ins.is_test, MASTER.cells):
        assert len(one.source.splitlines()) <= 25, one.id


def marks(text: str) -> dict[str, int]:
    """Return the marks of the table of one example on the instructors' page."""
    found = re.findall(r"^\| ([A-Z][\w ]+) \| (\d) \|", text, flags=re.MULTILINE)
    return {criterion: int(mark) for criterion, mark in found}


def test_the_examples_on_the_instructors_page_have_marks_that_add_up():
    text = PAGE.read_text(encoding="utf-8")
    criteria = list(rows(text))
    worked, weak = re.split(r"^## .*example.*$", text, flags=re.MULTILINE)[1:3]
    for part in (worked, weak):
        found = marks(part)
        assert list(found) == criteria
        assert f"{sum(found.values())} of 18" in part
    lost = hand_ins.read_hand_in(WEAK).loses
    assert f"{7 - len(lost)} of 7" in weak
    assert WEAK.relative_to(hand_ins.ROOT).as_posix() in weak
    for name in lost:
        title = hand_ins.grade_id(cell(name)).removeprefix("test-")
        assert f"**{title}**" in weak, f"the page does not say why it loses {name}"
