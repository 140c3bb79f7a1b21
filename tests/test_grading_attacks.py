"""Attacks on the course's own labs, in a closed kernel with TensorFlow, as the command runs them."""

from pathlib import Path

import nbformat
import pytest

from grading.judging import judges
from grading.judging.kernel import Budget
from grading.sandbox import forkclient
from grading.task import Job, run_job
from tests import hand_ins
from tests.hand_ins import grade_id, is_answer, is_test
from tests.needs_sandbox import needs_sandbox

pytestmark = [needs_sandbox, pytest.mark.slow]

ATTACKS = sorted(Path(__file__).with_name("attacks").glob("lab*/*.py"))


@pytest.fixture(scope="module", autouse=True)
def kernels():
    yield
    judges.close_all()
    forkclient.close_all()


def part_of(lab: str, tests: set[str]) -> nbformat.NotebookNode:
    """Return a solved lab with these tests alone, and without what only trains and shows."""
    notebook = hand_ins.master(lab)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    notebook.cells = [cell for cell in code if not is_test(cell) or grade_id(cell) in tests]
    needed = hand_ins.needed_names(notebook)
    for place, cell in enumerate(notebook.cells):
        if place and not (is_answer(cell) or is_test(cell)):
            notebook.cells[place] = hand_ins.definitions(cell, needed)
    return notebook


@pytest.mark.parametrize("path", ATTACKS, ids=[path.stem for path in ATTACKS])
def test_an_attack_on_a_lab_earns_nothing(path):
    hand_in = hand_ins.read_hand_in(path)
    master = nbformat.writes(part_of(path.parent.name, hand_in.loses))
    notebook = nbformat.reads(master, as_version=4)
    hand_in.put_into(notebook)
    _, ran = run_job(Job(nbformat.writes(notebook), {}, budget=Budget(cell_seconds=30)), master)
    assert (ran.status, ran.reasons) == ("graded", [])
    assert "passed" not in ran.tests.values()
