"""A tiny lab, hand-ins of it, and intake called on them with what must hold of every hand-in."""

import copy
import hashlib
import json
import os
import stat
import zipfile

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader import utils
from nbgrader.nbgraderformat import MetadataValidator

from grading.intake.gather import Limits, gather
from grading.intake.notebook import read_notebook
from grading.intake.rebuild import rebuild
from grading.records import HandIn
from grading.words import words

LAB = "lab01_vanilla_gan"
FILE = f"{LAB}.ipynb"
SMALL = Limits(
    notebook_bytes=100_000,
    file_bytes=200_000,
    student_bytes=300_000,
    student_files=8,
    cells=40,
    characters=50_000,
)


def marked(cell, name, grade=False, solution=False, points=None, **more):
    """Give a cell nbgrader's marks, with the checksum that a release has."""
    marks = {"grade_id": name, "grade": grade, "solution": solution, "locked": not solution, "task": False}
    marks |= {"schema_version": 3, "cell_type": cell.cell_type} | more
    if points is not None:
        marks["points"] = points
    cell.metadata["nbgrader"] = nbformat.from_dict(marks)
    cell.metadata.nbgrader["checksum"] = utils.compute_checksum(cell)
    return cell


@pytest.fixture
def release():
    """A small lab as students get it."""
    cells = [
        new_markdown_cell("# Lab 01"),
        new_code_cell("import math"),
        marked(new_code_cell("def half(x):\n    raise NotImplementedError"), "half", solution=True),
        marked(new_code_cell("assert half(2) == 1"), "test-half", grade=True, points=2),
        new_markdown_cell("## Then the double"),
        marked(new_code_cell("def double(x):\n    raise NotImplementedError"), "double", solution=True),
        marked(new_code_cell("assert double(2) == 4"), "test-double", grade=True, points=3),
        marked(new_markdown_cell("*Your answer*"), "why", grade=True, solution=True, points=1),
        marked(new_code_cell("print('done')"), "given"),
    ]
    notebook = new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


def solved(release):
    """The lab as a student who did it all would save it."""
    notebook = copy.deepcopy(release)
    by_name(notebook)["half"].source = "def half(x):\n    return x / 2"
    by_name(notebook)["double"].source = "def double(x):\n    return 2 * x"
    by_name(notebook)["why"].source = "Because."
    return notebook


def by_name(notebook):
    cells = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id")]
    return {cell.metadata.nbgrader.grade_id: cell for cell in cells}


def order(notebook):
    """The grade ids in their order, and the sources of the other cells."""
    return [cell.metadata.get("nbgrader", {}).get("grade_id", cell.source) for cell in notebook.cells]


def text(notebook):
    return nbformat.writes(notebook).encode()


def mend(notebook, release):
    """Write, read and rebuild a notebook; check what must hold for each."""
    rebuilt, notes = rebuild(read_notebook(json.dumps(notebook).encode()), release)
    MetadataValidator().validate_nb(rebuilt)
    nbformat.validate(rebuilt)
    mine, theirs = by_name(rebuilt), by_name(release)
    assert list(mine) == list(theirs)
    for name, cell in mine.items():
        assert cell.metadata == theirs[name].metadata
        assert cell.cell_type == theirs[name].cell_type
        assert cell.source == theirs[name].source or utils.is_solution(cell)
    assert all(not cell.metadata for cell in rebuilt.cells if "nbgrader" not in cell.metadata)
    assert all(not cell.get("outputs") for cell in rebuilt.cells)
    assert all(isinstance(note, str) and note.isprintable() for note in notes)
    return rebuilt, notes


def put(root, path, content=b""):
    """Write a file below a folder."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def packed(path, files, **more):
    """Write a zip of (name, content) pairs or a mapping."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, content)
    return path


def state(root):
    """All that is in a folder: kind, mode, size, time of change and content."""
    found = {}
    for path in sorted([root, *root.rglob("*")]):
        info = path.lstat()
        content = ""
        if stat.S_ISREG(info.st_mode):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
        elif stat.S_ISLNK(info.st_mode):
            content = os.readlink(path)
        found[str(path)] = (info.st_mode, info.st_size, info.st_mtime_ns, info.st_nlink, content)
    return found


@pytest.fixture
def submitted(tmp_path, release):
    """nbgrader's folder with one good hand-in in it."""
    put(tmp_path / "submitted", f"good/{LAB}/{FILE}", text(solved(release)))
    return tmp_path / "submitted"


@pytest.fixture
def take(tmp_path, release):
    """Gather from a source and check that nothing of it changed and that the good one is unharmed."""

    def run(source, limits=SMALL, good=True, into="into") -> dict[str, HandIn]:
        root = source if source.is_dir() else source.parent
        before = state(root)
        found = gather(source, LAB, release, tmp_path / into, limits)
        after = {
            name: value for name, value in state(root).items() if not name.startswith(str(tmp_path / into))
        }
        assert {key: value for key, value in after.items() if key != str(tmp_path)} == {
            key: value for key, value in before.items() if key != str(tmp_path)
        }
        for hand_in in found:
            assert hand_in.status in ("accepted", "rejected")
            assert bool(hand_in.reason) == (hand_in.status == "rejected")
            assert hand_in.reason == (words(hand_in.why) if hand_in.why else "")
            for said in (hand_in.reason, hand_in.student, hand_in.original, *hand_in.notes):
                assert said.replace("\u200c", "").isprintable(), said
                assert not said.startswith(("=", "+", "-", "@"))
            if hand_in.status == "accepted":
                notebook = nbformat.read(hand_in.notebook, as_version=4)
                MetadataValidator().validate_nb(notebook)
                assert list(by_name(notebook)) == list(by_name(release))
                assert len(hand_in.digest) == 64
                assert hand_in.folder == tmp_path / into / "submitted" / hand_in.student / LAB
            else:
                assert not (tmp_path / into / "submitted" / hand_in.student).exists()
        result = {hand_in.student: hand_in for hand_in in found}
        assert len(result) == len(found)
        if good:
            assert any(
                name.startswith("good") and hand_in.status == "accepted" for name, hand_in in result.items()
            )
        return result

    return run
