"""A gallery is run whole as soon as anything changes that its marks rest on."""

import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest

from tests import judged

LAB = judged.LABS[0]
READ_RECORD = judged.read_record


def written(folder: Path) -> dict[Path, int]:
    """Return when each file was last written."""
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """Return a copy of what a gallery rests on, the sums that it has, and when each file was written."""
    there = tmp_path_factory.mktemp("copied")
    for folder in ("solutions", "helpers", "grading", "tests"):
        ignored = shutil.ignore_patterns("__pycache__", "*.npz", "*.keras", "*.png", "*.h5")
        shutil.copytree(judged.ROOT / folder, there / folder, ignore=ignored)
    for name in ("requirements.txt", "nbgrader_config.py"):
        shutil.copy(judged.ROOT / name, there)
    with pytest.MonkeyPatch.context() as patch:
        seen_there(patch, there)
        whats = ("gallery", "commands")
        sums = {lab: {what: judged.rests_on(lab, what) for what in whats} for lab in judged.LABS}
    judged.rests_on.cache_clear()
    return there, sums, written(there)


def seen_there(patch: pytest.MonkeyPatch, there: Path) -> None:
    """Let `judged` look at a copy."""
    patch.delenv(judged.WHOLE, raising=False)
    patch.setattr(judged, "ROOT", there)
    patch.setattr(judged, "GALLERY", there / "tests" / "gallery")
    judged.rests_on.cache_clear()


@pytest.fixture
def copy(copied, monkeypatch):
    """Return the copy, of which everything has been judged; what a test changes in it is set back."""
    there, sums, before = copied
    clear, root = judged.rests_on.cache_clear, judged.ROOT
    seen_there(monkeypatch, there)
    monkeypatch.setattr(judged, "read_record", lambda: sums)
    yield there
    now = written(there)
    assert set(now) == set(before)
    for path in [path for path in now if now[path] != before[path]]:
        shutil.copy2(root / path.relative_to(there), path)
        before[path] = path.stat().st_mtime_ns
    clear()


def test_while_nothing_changes_a_part_is_due_and_the_parts_make_the_whole(copy, monkeypatch):
    whole = sorted((copy / "tests" / "gallery" / LAB / "wrong").glob("*.py"))
    found = []
    for last in range(judged.HAND_INS):
        monkeypatch.setattr(judged, "rests_on", lambda lab, what="gallery", last=last: f"{last:x}")
        monkeypatch.setattr(judged, "read_record", lambda last=last: {LAB: {"gallery": f"{last:x}"}})
        found.append(judged.due(LAB, "wrong"))
    assert sorted(path for part in found for path in part) == whole
    assert max(map(len, found)) - min(map(len, found)) <= 1
    monkeypatch.setenv(judged.WHOLE, "1")
    assert judged.due(LAB, "wrong") == whole


@pytest.mark.parametrize(
    ("path", "what_is_due"),
    [
        ("helpers/checks.py", "all"),
        ("helpers/profile.py", "all"),
        ("helpers/_start.py", "all"),  # the labs import it on the way
        ("helpers/data/digits.py", "all"),
        ("helpers/widgets/playground.py", "a part"),
        ("grading/judging/judge.py", "all"),
        ("requirements.txt", "all"),
        ("tests/hand_ins.py", "all"),
        ("tests/test_grading_run.py", "a part"),
        (f"tests/gallery/{LAB}/valid", "all"),
    ],
)
def test_a_change_makes_the_whole_gallery_due_if_marks_rest_on_it(copy, path, what_is_due):
    assert not judged.is_whole(LAB)
    place = copy / path
    place = next(place.glob("*.py")) if place.is_dir() else place
    place.write_text(place.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    judged.rests_on.cache_clear()
    assert judged.is_whole(LAB) == (what_is_due == "all")


def test_a_changed_lab_is_judged_whole_and_the_others_are_not(copy):
    place = copy / "solutions" / LAB / f"{LAB}.ipynb"
    notebook = nbformat.read(place, as_version=4)
    next(cell for cell in notebook.cells if cell.cell_type == "markdown").source += " Changed."
    nbformat.write(notebook, place)
    judged.rests_on.cache_clear()
    assert not judged.is_whole(LAB), "no mark rests on the words of a lab"
    next(cell for cell in notebook.cells if cell.cell_type == "code").source += "\nx = 1"
    nbformat.write(notebook, place)
    judged.rests_on.cache_clear()
    assert [lab for lab in judged.LABS if judged.is_whole(lab)] == [LAB]


def test_the_commands_are_due_for_one_lab_that_changes(copy, monkeypatch):
    assert len(judged.by_command()) == 1
    found = set()
    for last in range(len(judged.LABS)):
        monkeypatch.setattr(judged, "rests_on", lambda lab, what, last=last: f"{last:x}")
        same = {lab: {"commands": f"{last:x}"} for lab in judged.LABS}
        monkeypatch.setattr(judged, "read_record", lambda same=same: same)
        found |= set(judged.by_command())
    assert found == set(judged.LABS)
    monkeypatch.setenv(judged.WHOLE, "1")
    assert judged.by_command() == judged.LABS


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("grading/run.py", None),
        ("nbgrader_config.py", None),
        ("tests/test_labs_nbgrader.py", None),
        ("tests/test_grading_run.py", 1),
    ],
)
def test_a_change_makes_every_lab_due_if_the_commands_rest_on_it(copy, path, count):
    (copy / path).write_text((copy / path).read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    judged.rests_on.cache_clear()
    assert len(judged.by_command()) == (count or len(judged.LABS))


@pytest.mark.slow
def test_a_changed_lab_goes_through_the_commands(copy):
    for lab in judged.LABS:
        place = copy / "solutions" / lab / f"{lab}.ipynb"
        kept = place.read_bytes()
        notebook = nbformat.read(place, as_version=4)
        next(cell for cell in notebook.cells if cell.cell_type == "code").source += "\nx = 1"
        nbformat.write(notebook, place)
        judged.rests_on.cache_clear()
        assert lab in judged.by_command()
        place.write_bytes(kept)


def test_it_is_written_down_part_by_part_and_only_if_all_came_out_right(copy, monkeypatch, tmp_path):
    monkeypatch.setattr(judged, "RECORD", tmp_path / "judged.json")
    monkeypatch.setattr(judged, "read_record", READ_RECORD)
    ends, run = {"tests/test_labs.py": 0, "tests/test_labs_nbgrader.py": 1}, []

    def pretended(words, **settings):
        run.append(words[-1])
        return subprocess.CompletedProcess(words, ends[words[-1]])

    monkeypatch.setattr(judged.subprocess, "run", pretended)
    assert judged.main([]) == 1
    assert run == list(ends)
    assert judged.read_record() == {lab: {"gallery": judged.rests_on(lab)} for lab in judged.LABS}
    ends["tests/test_labs_nbgrader.py"] = 0
    assert judged.main(["commands"]) == 0
    assert run == [*ends, "tests/test_labs_nbgrader.py"]
    assert not any(judged.is_whole(lab, what) for lab in judged.LABS for what in judged.WHOLE_RUNS)
