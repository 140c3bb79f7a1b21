"""The gradebook after a run is what nbgrader itself would have written."""

import datetime

import nbformat
import pytest
from nbformat.v4 import new_output
from nbgrader.api import Gradebook

from grading.results import feedback, gradebook
from tests import toy_course
from tests.toy_course import LAB

HIDDEN = "secret_values"


@pytest.fixture
def course(tmp_path):
    opened = gradebook.open_course(toy_course.make_course(tmp_path / "course"), tmp_path / "out")
    (tmp_path / "out").mkdir()
    return opened


def executed(failing: str | None = None):
    """Return the solved lab as it looks after execution; one test may have failed."""
    notebook = toy_course.master()
    for cell in notebook.cells:
        if cell.id == failing:
            cell.outputs = [new_output("error", ename="AssertionError", evalue="did you double it?")]
    return notebook


def grades(course, student) -> dict:
    with Gradebook(course.db_url) as book:
        notebook = book.find_submission_notebook(LAB, LAB, student)
        return {g.name: (g.auto_score, g.manual_score, g.needs_manual_grade) for g in notebook.grades}


def test_the_release_comes_back_and_labs_is_left_alone(course, tmp_path):
    released = gradebook.register(course, LAB)
    assert HIDDEN not in nbformat.writes(released)
    assert "not written yet" in nbformat.writes(released)
    assert not (tmp_path / "course" / "labs").exists()


def test_points_are_written_and_writing_them_again_keeps_a_persons_marks(course):
    gradebook.register(course, LAB)
    gradebook.record(course, "ada", LAB, executed("test-square"), None)
    assert grades(course, "ada") == {
        "test-mean": (2.0, None, False),
        "test-square": (0.0, None, False),
        "discussion": (None, None, True),  # a person's
    }
    with Gradebook(course.db_url) as book:
        grade = book.find_grade("discussion", LAB, LAB, "ada")
        grade.manual_score = 1.5
        book.find_comment("square", LAB, LAB, "ada").manual_comment = "x plus x is not x times x"
        book.db.commit()
    gradebook.record(course, "ada", LAB, executed(), None)
    assert grades(course, "ada")["test-square"][0] == 3.0
    assert grades(course, "ada")["discussion"][1] == 1.5


def test_a_suspicious_hand_in_waits_for_a_person(course):
    gradebook.register(course, LAB)
    gradebook.record(course, "eve", LAB, executed(), None, needs_a_look=True)
    assert all(waits for _, _, waits in grades(course, "eve").values())


def test_points_are_written_all_at_once(course, monkeypatch):
    gradebook.register(course, LAB)
    gradebook.record(course, "ada", LAB, executed(), None)
    monkeypatch.setattr(gradebook.utils, "is_task", lambda cell: 1 / 0 if "discussion" in cell.id else False)
    with pytest.raises(ZeroDivisionError):
        gradebook.record(course, "ada", LAB, executed("test-square"), None)
    assert grades(course, "ada")["test-square"][0] == 3.0


def test_lateness_comes_from_nbgraders_timestamps(course):
    gradebook.register(course, LAB)
    due = datetime.datetime(2026, 3, 1, 12, 0)
    with Gradebook(course.db_url) as book:
        book.update_or_create_assignment(LAB, duedate=due)
    hour = datetime.timedelta(hours=1)
    assert gradebook.record(course, "ada", LAB, executed(), due + hour) == 3600
    assert gradebook.record(course, "bob", LAB, executed(), due - hour) == 0


def test_an_unknown_lab_and_a_folder_without_settings_are_named(course, tmp_path):
    with pytest.raises(gradebook.CourseError, match=r"no lab 'lab99'.*The labs are: toy"):
        gradebook.register(course, "lab99")
    with pytest.raises(gradebook.CourseError, match=r"has no nbgrader_config\.py"):
        gradebook.open_course(tmp_path)


# Which tests were judged outside, and of which cells the outputs are then shown.
SHOWN = {
    ("test-mean", "test-square"): {"set-up", "mean", "test-mean", "square", "test-square"},
    ("test-mean",): {"set-up", "mean", "test-mean", "square"},  # what comes after may repeat it
    ("test-square",): {"set-up", "mean"},
    (): {"set-up", "mean"},
}


@pytest.mark.parametrize("outside", SHOWN)
def test_feedback_shows_verdicts_hints_and_what_no_hidden_test_can_be_in(course, tmp_path, outside):
    gradebook.register(course, LAB)
    notebook = executed("test-square")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs.append(new_output("stream", text=f"PRINTED-BY-{cell.id}."))
    for place, verdict, hint in ((3, "passed", ""), (5, "failed", "did you double it?")):
        test = notebook.cells[place]
        mark = {"verdict": verdict, "hint": hint, "outside": "yes" if test.id in outside else ""}
        test.metadata["grading"] = mark
        for output in test.outputs:
            output.update({"ename": feedback.JUDGED} if output.output_type == "error" else {})
    gradebook.record(course, "ada", LAB, notebook, None)
    nbformat.write(notebook, tmp_path / "autograded.ipynb")
    page = feedback.feedback_page(tmp_path / "autograded.ipynb", "ada", LAB, course.db_url)
    assert page.count("Failed. Hint: did you double it?") == 1
    assert "Passed." in page
    found = {cell.id for cell in notebook.cells if f"PRINTED-BY-{cell.id}." in page}
    assert found == SHOWN[outside]
    assert HIDDEN not in page
    assert "default-src 'none'" in page.split("<style", 1)[0]
