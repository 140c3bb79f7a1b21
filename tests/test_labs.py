"""The labs' tests tell right from wrong: solutions, empty releases, and a gallery of hand-ins."""

import nbformat
from nbgrader import utils

from tests import hand_ins


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
            paths = hand_ins.gallery(metafunc.cls.lab, name)
            metafunc.parametrize(name, paths, ids=[path.stem for path in paths])


class Lab:
    """The tests of one lab; a class for each, so that two workers can share them."""

    lab: str

    def test_the_solution_gets_every_automatic_point_and_no_cell_complains(self, tmp_path):
        done = hand_ins.run(hand_ins.master(self.lab), tmp_path)
        assert not show(done)

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

    def test_a_mistake_loses_its_points_and_no_others(self, wrong, tmp_path):
        hand_in = hand_ins.read_hand_in(wrong)
        notebook = hand_in.notebook(self.lab)
        full = points(notebook)
        assert hand_in.loses, f"{wrong} names no test in LOSES"
        assert hand_in.loses <= set(full), f"{wrong}: LOSES names a test that is not there"
        done = hand_ins.run(notebook, tmp_path, demos=False)
        lost = {key for key in full if done[key].score < full[key]}
        assert lost == hand_in.loses, show(done)

    def test_an_unusual_but_valid_solution_loses_nothing(self, valid, tmp_path):
        notebook = hand_ins.read_hand_in(valid).notebook(self.lab)
        done = hand_ins.run(notebook, tmp_path, demos=False)
        assert not show(done)

    def test_the_gallery_is_large_enough(self):
        assert len(hand_ins.gallery(self.lab, "wrong")) >= 8
        assert len(hand_ins.gallery(self.lab, "valid")) >= 4


for _lab in hand_ins.LABS:
    _name = f"Test{_lab.title().replace('_', '')}"
    globals()[_name] = type(_name, (Lab,), {"lab": _lab})


def test_every_lab_has_tests():
    assert [value.lab for name, value in globals().items() if name.startswith("TestLab")] == hand_ins.LABS
    assert len(hand_ins.LABS) >= 3
