"""Attacks on the course's own labs, in a closed kernel with TensorFlow, as the command runs them."""

from pathlib import Path

import nbformat
import pytest

from grading.judging import judges
from grading.judging.kernel import Budget
from grading.sandbox import forkclient
from grading.task import Job, run_job
from grading.words import words
from tests import hand_ins
from tests.hand_ins import grade_id, is_answer, is_test
from tests.needs_sandbox import needs_sandbox

pytestmark = [needs_sandbox, pytest.mark.slow]

ATTACKS = sorted(Path(__file__).with_name("attacks").glob("lab*/*.py"))
ENDS = {"claims_of_a_network": ("review", {"believed"})}  # of the others: graded, with no point and no reason


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
def test_an_attack_on_a_lab_earns_nothing_before_a_person_has_looked(path):
    hand_in = hand_ins.read_hand_in(path)
    master = nbformat.writes(part_of(path.parent.name, hand_in.loses))
    notebook = nbformat.reads(master, as_version=4)
    hand_in.put_into(notebook)
    _, ran = run_job(Job(nbformat.writes(notebook), {}, budget=Budget(cell_seconds=30)), master)
    status, kinds = ENDS.get(path.stem, ("graded", set()))
    assert (ran.status, {reason.kind for reason in ran.reasons}) == (status, kinds)
    passed = {test for test, verdict in ran.tests.items() if verdict == "passed"}
    assert passed == {reason.cell for reason in ran.reasons}, "each is named to the person who looks"
    assert all(words(reason).startswith(reason.cell) for reason in ran.reasons)
