"""The closed-in kernel under other programs, found by its name, and the gradebook that the settings name."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbclient
import nbformat
import psycopg
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook

from grading.results import gradebook
from grading.sandbox.provisioner import KERNEL_NAME, install_kernelspec
from tests import toy_course
from tests.needs_sandbox import needs_sandbox
from tests.toy_course import LAB

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
HIDDEN = str(ROOT / "tests")
INSIDE = f"import os; assert os.getcwd() == '/lab' and not os.path.exists({HIDDEN!r}); print(os.getcwd())"


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """Let programs find the kernel's specification, and nothing else of grading but its installed part."""
    monkeypatch.setenv("JUPYTER_PATH", str(install_kernelspec(tmp_path / "share")))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    return os.environ


@needs_sandbox
def test_nbclient_runs_a_notebook_in_it(environment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    notebook = new_notebook(cells=[new_code_cell(INSIDE)])
    nbclient.NotebookClient(notebook, kernel_name=KERNEL_NAME).execute()
    assert notebook.cells[0].outputs[0].text == "/lab\n"


@needs_sandbox
def test_nbval_runs_a_notebook_in_it(environment, tmp_path):
    notebook = new_notebook(cells=[new_code_cell(INSIDE)])
    (tmp_path / "notebooks").mkdir()
    nbformat.write(notebook, tmp_path / "notebooks" / "inside.ipynb")
    words = [sys.executable, "-m", "pytest", "--nbval-lax", f"--nbval-kernel-name={KERNEL_NAME}"]
    words += ["-p", "no:cacheprovider"]
    done = subprocess.run([*words, "notebooks"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert "1 passed" in done.stdout, done.stdout


@needs_sandbox
def test_nbgraders_autograde_runs_hand_ins_in_it(environment, tmp_path):
    course = toy_course.make_course(tmp_path / "course")
    inside = INSIDE.replace("print(os.getcwd())", "")
    toy_course.submit(course, "ada", toy_course.solved(square=f"{inside}\ndef square(x):\n    return x * x"))
    words = [sys.executable, "-m", "nbgrader"]
    quiet = {"cwd": course, "capture_output": True, "text": True, "timeout": 120}
    done = subprocess.run([*words, "generate_assignment", LAB], **quiet)
    assert done.returncode == 0, done.stderr
    done = subprocess.run([*words, "autograde", LAB, f"--Execute.kernel_name={KERNEL_NAME}"], **quiet)
    assert done.returncode == 0, done.stderr
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        assert book.find_submission(LAB, "ada").score == 5


def settings(course: Path, url: str) -> None:
    with open(course / "nbgrader_config.py", "a") as file:
        file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")


def test_the_gradebook_is_the_one_that_the_settings_name(tmp_path):
    course = toy_course.make_course(tmp_path / "course")
    settings(course, f"sqlite:///{tmp_path / 'elsewhere.db'}")
    opened = gradebook.open_course(course)
    gradebook.register(opened, LAB)
    gradebook.record(opened, "ada", LAB, toy_course.master(), None)
    assert gradebook.totals(opened, LAB).keys() == {"ada"}
    assert not (course / "gradebook.db").exists()
    with sqlite3.connect(tmp_path / "elsewhere.db") as book:
        assert book.execute("select id from student").fetchall() == [("ada",)]


@pytest.mark.parametrize("url", ["postgresql+nodriver:///x", "nosuch:///x"])
def test_a_gradebook_without_its_driver_is_one_clear_error(tmp_path, monkeypatch, capsys, url):
    from grading import cli

    course = toy_course.make_course(tmp_path / "course")
    (course / "submitted").mkdir()
    settings(course, url)
    monkeypatch.chdir(course)
    assert cli.main([LAB, cli.UNPROTECTED]) == 2
    assert "not installed" in capsys.readouterr().err


def as_owner(command: list[str], home: Path) -> list[str]:
    """Return the command for an unprivileged user who owns `home`: PostgreSQL does not start for root."""
    if os.getuid():
        return command
    owner = home.stat()
    return ["setpriv", f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--clear-groups", *command]


@pytest.fixture
def postgresql():
    """Start PostgreSQL on a socket of its own, without a network port; give its folder and its URL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(shutil.which("initdb") or "")]
    programs = found[-1].parent
    if not (programs / "postgres").is_file():
        pytest.skip("NO POSTGRESQL: it is not installed")
    home = Path(tempfile.mkdtemp(prefix="gan-course-pg-"))
    server = None
    try:
        if not os.getuid():
            os.chown(home, 65534, 65534)
        quiet = {"cwd": home, "check": True, "timeout": 60, "capture_output": True}
        start = [str(programs / "initdb"), "-D", str(home / "data"), "-U", "teacher", "-A", "trust"]
        subprocess.run(as_owner(start, home), **quiet)
        start = [str(programs / "postgres"), "-D", str(home / "data"), "-k", str(home), "-h", "", "-F"]
        server = subprocess.Popen(as_owner(start, home), cwd=home, stderr=subprocess.DEVNULL)
        url = f"postgresql:///postgres?host={home}&user=teacher"
        for _ in range(100):
            try:
                psycopg.connect(url).close()
                break
            except psycopg.OperationalError:
                time.sleep(0.2)
        yield url
    finally:
        if server is not None:
            server.send_signal(signal.SIGINT)  # ends connections, then itself
            server.wait(30)
        shutil.rmtree(home, ignore_errors=True)


@needs_sandbox
def test_a_class_is_graded_into_postgresql(tmp_path, monkeypatch, postgresql):
    from grading import cli

    course = toy_course.make_course(tmp_path / "course")
    toy_course.submit(course, "ada", toy_course.master())
    toy_course.submit(course, "eve", toy_course.solved(square="def square(x):\n    return x + x"))
    settings(course, postgresql)
    monkeypatch.chdir(course)
    for _ in range(2):  # the second time nothing is run again
        with toy_course.quick():
            assert cli.main([LAB, "--workers", "1"]) == 0
        with Gradebook(postgresql) as book:
            assert {s.student.id: s.score for s in book.find_assignment(LAB).submissions} == {
                "ada": 5,
                "eve": 2,
            }
    assert not (course / "gradebook.db").exists()
