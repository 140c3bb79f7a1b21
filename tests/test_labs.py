"""The labs' tests tell right from wrong: empty releases, and a gallery of hand-ins, or the part that is due.

That the solutions earn every point, and that no cell of theirs complains, is tried by nbgrader itself in
`test_labs_nbgrader`.
"""

import nbformat
import pytest
from nbgrader import utils

from tests import hand_ins, judged, together


def points(notebook: nbformat.NotebookNode) -> dict[str, float]:
    tests = filter(hand_ins.is_test, notebook.cells)
    return {hand_ins.grade_id(cell): cell.metadata.nbgrader.points for cell in tests}


def show(done: dict[str, hand_ins.Ran]) -> str:
    bad = {key: ran for key, ran in done.items() if ran.error is not None or ran.stderr}
    lines = (f"{key}: {ran.error!r} in {ran.raised_in} {ran.stderr[:300]}" for key, ran in bad.items())
    return "\n".join(lines)


def pytest_generate_tests(metafunc):
    for name in ("wrong", "valid"):
        if name in metafunc.fixturenames:
            paths = judged.due(metafunc.cls.lab, name)
            metafunc.parametrize(name, paths, ids=[path.stem for path in paths])


class Lab:
    """The tests of one lab; a class for each, so that two workers can share them."""

    lab: str

    @pytest.mark.slow
    def test_the_untouched_release_scores_nothing_and_fails_only_in_answer_cells(self, tmp_path):
        notebook = hand_ins.release(self.lab)
        answers = {hand_ins.grade_id(cell) for cell in filter(hand_ins.is_answer, notebook.cells)}
        done = hand_ins.run(notebook, tmp_path)
        for key, ran in done.items():
            assert not ran.stderr, f"{key}: {ran.stderr}"
            if ran.error is not None:
                assert type(ran.error) is NotImplementedError, f"{key}: {ran.error!r} in {ran.raised_in}"
                assert ran.raised_in in answers, f"{key}: raised in {ran.raised_in}"
            if utils.is_grade(ran.cell):
                assert ran.score == 0, f"{key} gives points to an empty hand-in"

    @pytest.mark.slow
    def test_a_mistake_loses_its_points_and_no_others(self, wrong):
        """Mistakes that no test sees two of share a run; it loses what they say they lose, and no more."""
        run = together.group_of(self.lab, wrong)
        (hand_in,) = [one for one in run.hand_ins if one.path == wrong]
        full = points(hand_ins.master(self.lab))
        assert hand_in.loses, f"{wrong} names no test in LOSES"
        lost = {key for key in full if key in run.done and run.done[key].score < full[key]}
        assert hand_in.loses <= lost, show(run.done)
        hints = [str(run.done[key].error) for key in lost]
        assert not [hint for hint in hints if "No gradients provided" in hint], "which names no cause"
        assert lost == run.loses, (
            f"tried together: {[one.path.stem for one in run.hand_ins]}\n{show(run.done)}"
        )

    @pytest.mark.slow
    def test_an_unusual_but_valid_solution_loses_nothing(self, valid):
        assert not show(together.group_of(self.lab, valid).done)

    def test_every_test_is_failed_by_a_mistake_and_every_answer_is_written_otherwise(self):
        wrong, valid = (
            [hand_ins.read_hand_in(path) for path in hand_ins.gallery(self.lab, kind)]
            for kind in ("wrong", "valid")
        )
        master = hand_ins.master(self.lab)
        assert set().union(*(one.loses for one in wrong)) == set(points(master))
        written = set().union(*(set(one.answers) | set(one.changes) for one in valid))
        assert written == {hand_ins.grade_id(cell) for cell in filter(hand_ins.is_answer, master.cells)}

    def test_every_hand_in_that_is_due_is_in_one_run(self):
        for kind in ("wrong", "valid"):
            paths = [one.path for group in together.groups(self.lab, kind) for one in group]
            assert sorted(paths) == judged.due(self.lab, kind)


for _lab in hand_ins.LABS:
    _name = f"Test{_lab.title().replace('_', '')}"
    globals()[_name] = type(_name, (Lab,), {"lab": _lab})


def test_every_lab_has_tests_a_release_and_a_gallery():
    """The classes above are made from the notebooks; here they are compared with the folders."""
    tested = {kind.lab for kind in globals().values() if isinstance(kind, type) and kind.__base__ is Lab}
    for folder in (hand_ins.ROOT / "solutions", hand_ins.ROOT / "labs", hand_ins.GALLERY):
        assert {path.name for path in folder.iterdir() if path.is_dir()} == tested, folder
    assert len(tested) >= 3
