"""The run's last lines: what was skipped for want of something, and what that leaves unchecked."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
TESTS = """
import pytest

closed = pytest.mark.skipif(True, reason="NO SANDBOX: Bubblewrap is not installed. On Debian: ...")

@closed
@pytest.mark.parametrize("n", range(3))
def test_inside(n): pass

def test_browser(): pytest.skip("NO BROWSER: no Chromium")

def test_other(): pytest.skip("the moon is not full")

def test_runs(): pass
"""
SAID = [
    "3 tests did not run, because Bubblewrap is missing or blocked (apt-get install bubblewrap). Not "
    "checked: that hand-ins run closed in, and marks of hostile hand-ins.",
    "1 test did not run, because Chromium is missing (apt-get install chromium). Not checked: the widgets "
    "and the pages of feedback in a real browser.",
    "1 test did not run, because the moon is not full. Not checked: what they are for.",
]
NOTHING = "Nothing was skipped: every test that was asked for ran."


def run(folder: Path, *words: str) -> list[str]:
    """Run pytest in a folder that has the course's conftest; return the lines after the last heading."""
    shutil.copy(ROOT / "conftest.py", folder)
    (folder / "pytest.ini").write_text("[pytest]\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    done = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return re.split(r"=+ what did not run =+\n", done.stdout)[1].splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("spread", [[], ["-n", "2"]])
def test_absences_are_counted_by_kind_and_explained(tmp_path, spread):
    (tmp_path / "test_tiny.py").write_text(TESTS)
    assert run(tmp_path, *spread)[:3] == SAID


@pytest.mark.slow
def test_a_run_of_notebooks_without_an_absence_says_so(tmp_path):
    cells = [nbformat.v4.new_code_cell("1 + 1")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "tiny.ipynb")
    assert run(tmp_path, "--nbval-lax", "--nbval-current-env", "tiny.ipynb")[0] == NOTHING


def reasons(path: Path) -> list[str]:
    """Return how each reason for a skip begins in a file of tests."""
    tree, found = ast.parse(path.read_text(encoding="utf-8")), []
    named = {
        n.targets[0].id: n.value
        for n in tree.body
        if isinstance(n, ast.Assign) and hasattr(n.targets[0], "id")
    }
    for node in ast.walk(tree):
        called = getattr(node.func, "attr", "") if isinstance(node, ast.Call) else ""
        if called not in ("skip", "skipif"):
            continue
        given = [word.value for word in node.keywords if word.arg == "reason"] or node.args[:1]
        value = named[given[0].id] if isinstance(given[0], ast.Name) else given[0]
        found.append((value.values[0] if isinstance(value, ast.JoinedStr) else value).value)
    return found


def test_every_reason_in_the_tests_begins_with_a_kind_that_is_explained():
    import conftest

    found = [(path.name, text) for path in sorted((ROOT / "tests").glob("*.py")) for text in reasons(path)]
    assert {name for name, _ in found} >= {"needs_sandbox.py", "test_browser.py", "test_house.py"}
    for name, text in found:
        assert any(text.startswith(f"{kind}:") for kind in conftest.ABSENCES), (name, text)


def test_where_the_time_went_is_added_up_by_file():
    import conftest

    made = (("a.py::test_x", 1), ("b.py::test_y[1]", 0.5), ("b.py::test_y[1]", 2), ("a.py::T::test_z", 0.25))
    reports = [SimpleNamespace(nodeid=name, duration=seconds) for name, seconds in made]
    assert conftest.seconds_of_files(reports) == [(2.5, "b.py"), (1.25, "a.py")]


def test_what_was_tried_in_part_is_named(monkeypatch):
    import conftest
    from tests import judged

    monkeypatch.setattr(judged, "LABS", ["lab01", "lab02", "lab03"])
    monkeypatch.setattr(judged, "is_whole", lambda lab: lab == "lab02")
    monkeypatch.setattr(judged, "by_command", lambda: ["lab01", "lab03"])
    said = conftest.what_was_left_out([SimpleNamespace(nodeid="tests/test_labs.py::x")])
    assert len(said) == 1
    assert said[0].startswith("Of the galleries of lab01, lab03 every eighth")
    said = conftest.what_was_left_out([SimpleNamespace(nodeid="tests/test_labs_nbgrader.py::x")])
    assert len(said) == 1
    assert said[0].startswith("The solutions of lab02 were not graded")
    assert conftest.what_was_left_out([SimpleNamespace(nodeid="tests/test_gan.py::x")]) == []
