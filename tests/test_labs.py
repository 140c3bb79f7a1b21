"""The labs: the release comes from the master, leaks nothing, and the tests tell right from wrong."""

import nbformat
import pytest
from nbgrader import utils

from tests import hand_ins


def cases(kind: str) -> list:
    found = [(lab, path) for lab in hand_ins.LABS for path in hand_ins.gallery(lab, kind)]
    return [pytest.param(lab, path, id=f"{lab}-{path.stem}") for lab, path in found]


def points(notebook: nbformat.NotebookNode) -> dict[str, float]:
    return {
        hand_ins.grade_id(c): c.metadata.nbgrader.points for c in filter(hand_ins.is_test, notebook.cells)
    }


def show(done: dict[str, hand_ins.Ran]) -> str:
    bad = {key: ran for key, ran in done.items() if ran.error is not None or ran.stderr}
    return "\n".join(
        f"{key}: {ran.error!r} in {ran.raised_in} {ran.stderr[:300]}" for key, ran in bad.items()
    )


@pytest.mark.parametrize("lab", hand_ins.LABS)
def test_the_solution_gets_every_automatic_point_and_no_cell_complains(lab, tmp_path):
    done = hand_ins.run(hand_ins.master(lab), tmp_path)
    assert not show(done)


@pytest.mark.parametrize("lab", hand_ins.LABS)
def test_the_untouched_release_scores_nothing_and_fails_only_in_answer_cells(lab, tmp_path):
    notebook = hand_ins.release(lab)
    answers = {hand_ins.grade_id(cell) for cell in filter(hand_ins.is_answer, notebook.cells)}
    done = hand_ins.run(notebook, tmp_path)
    for key, ran in done.items():
        assert not ran.stderr, f"{key}: {ran.stderr}"
        if ran.error is not None:
            assert type(ran.error) is NotImplementedError, f"{key}: {ran.error!r} in {ran.raised_in}"
            assert ran.raised_in in answers, f"{key}: raised in {ran.raised_in}"
        if utils.is_grade(ran.cell):
            assert ran.score == 0, f"{key} gives points to an empty hand-in"


@pytest.mark.parametrize(("lab", "path"), cases("wrong"))
def test_a_mistake_loses_its_points_and_no_others(lab, path, tmp_path):
    hand_in = hand_ins.read_hand_in(path)
    notebook = hand_in.notebook(lab)
    full = points(notebook)
    assert hand_in.loses, f"{path} names no test in LOSES"
    assert hand_in.loses <= set(full), f"{path}: LOSES names a test that is not there"
    done = hand_ins.run(notebook, tmp_path, demos=False)
    lost = {key for key in full if done[key].score < full[key]}
    assert lost == hand_in.loses, show(done)


@pytest.mark.parametrize(("lab", "path"), cases("valid"))
def test_an_unusual_but_valid_solution_loses_nothing(lab, path, tmp_path):
    done = hand_ins.run(hand_ins.read_hand_in(path).notebook(lab), tmp_path, demos=False)
    assert not show(done)


@pytest.mark.parametrize("lab", hand_ins.LABS)
def test_the_gallery_is_large_enough(lab):
    assert len(hand_ins.gallery(lab, "wrong")) >= 8
    assert len(hand_ins.gallery(lab, "valid")) >= 4
