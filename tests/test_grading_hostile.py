"""Whole grade runs of hostile classes: everyone ends in the table, nothing leaks, nobody stops another."""

import csv
import hashlib
import http.server
import io
import os
import re
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grading import cli
from grading.intake.gather import gather
from grading.intake.names import safe_name
from grading.judging.kernel import Budget
from grading.results import gradebook
from grading.sandbox import bubblewrap
from grading.sandbox.limits import Limits
from tests import hostile, lab, toy_course
from tests.needs_sandbox import needs_sandbox
from tests.toy_course import LAB, grade, handed_out, table

ROOT = Path(__file__).parents[1]
pytestmark = [needs_sandbox, pytest.mark.slow]
QUICK = {
    "budget": Budget(cell_seconds=3, total_seconds=40),
    "limits": Limits(wall_seconds=60, open_files=256),
}


def state(folder: Path) -> dict[str, tuple]:
    """Return what is in a folder, byte for byte as far as it can be read without waiting."""
    found = {}
    for path in sorted(folder.rglob("*")):
        info = path.lstat()
        plain = stat.S_ISREG(info.st_mode) and info.st_size < 10**8
        content = hashlib.sha256(path.read_bytes() if plain else b"").hexdigest()
        found[str(path)] = (info.st_mode, info.st_mtime_ns, info.st_size, content)
    return found


def trap_server(visits: list[str]) -> http.server.ThreadingHTTPServer:
    """Return a server on this machine that keeps what is asked of it; nothing hostile may reach it."""

    class Trap(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_error(404)

        do_POST = do_GET

        def log_message(self, *words: object) -> None:
            pass

    return http.server.ThreadingHTTPServer(("127.0.0.1", 0), Trap)


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """Return the course folder and what is known of it, after one run over all hostile hand-ins."""
    course = toy_course.make_course(tmp_path_factory.mktemp("odd") / "Kurs 2026, ünï 中文 (#1)")
    expected, visits = {}, []
    trap = threading.Thread(target=(server := trap_server(visits)).serve_forever, daemon=True)
    trap.start()

    def submit(student: str, notebook, status: str, score: str | None = "5") -> None:
        toy_course.submit(course, student, notebook)
        expected[safe_name(student)] = (status, score if status == "graded" else "")

    for name in hostile.NAMES:
        submit(name, handed_out(), "graded")
    submit("scripted", hostile.scripted(f"http://127.0.0.1:{server.server_port}"), "graded")
    for name, code in hostile.HARMLESS.items():
        submit(name, handed_out(square=code), "graded")
    for name, code in hostile.DEADLY.items():
        submit(name, handed_out(square=code), "crashed")
    odd = hostile.odd_files()
    for name in ("metadata null", "cells twice", "metadata not a number", "endless version", "old and many"):
        content, status = odd[name]
        submit(name, handed_out(), status, None)
        (course / "submitted" / name / LAB / f"{LAB}.ipynb").write_bytes(content)
    reasons = hostile.odd_folders(course / "submitted")
    expected |= {safe_name(name): ("rejected", "") for name in reasons} | {"folders": ("graded", "5")}
    before = state(course / "submitted")
    with toy_course.quick(**QUICK) as patch:
        patch.setenv("GAN_SECRET", "known to the grader alone")
        status = grade(course)
    yield {
        "course": course, "expected": expected, "reasons": reasons, "before": before, "status": status,
        "visits": visits,
    }  # fmt: skip
    server.shutdown()
    server.server_close()


def test_everyone_ends_in_the_table_as_expected(school):
    assert school["status"] == 0
    rows = table(school["course"])
    assert set(rows) == set(school["expected"])
    found = {name: (row["status"], row["score"]) for name, row in rows.items()}
    expected = school["expected"].items()
    wrong = {
        name: rows[name]
        for name, (status, score) in expected
        if found[name] != (status, found[name][1] if score is None else score)
    }
    assert wrong == {}
    for name, (status, _) in expected:
        assert rows[name]["reason"] or status == "graded"
        assert len(rows[name]["reason"]) < 1000
    for name, part in school["reasons"].items():
        assert part in rows[name]["reason"].lower(), (name, rows[name])


def test_what_was_handed_in_is_as_it_was(school):
    assert state(school["course"] / "submitted") == school["before"]


def test_nothing_that_a_hand_in_found_stands_in_a_page_or_table(school):
    course = school["course"]
    for path in [*course.glob("*.csv"), *course.glob("*.html"), *(course / "feedback").rglob("*.html")]:
        text = path.read_text(encoding="utf-8")
        assert hostile.MARK not in text, path


def test_nothing_lives_on(school):
    alive = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.parent.exists()]
    assert not [words for words in alive if hostile.DAEMON.encode() in words]


def test_no_cell_of_the_table_is_a_formula_also_if_semicolons_part_cells(school):
    text = (school["course"] / "grades.csv").read_text(encoding="utf-8")
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text), delimiter=delimiter):
            for cell in row:
                assert not cell.strip().lstrip('"').startswith(tuple("=+-@＝＋－＠")), cell


def test_names_stay_in_their_folders(school):
    course = school["course"]
    for kind in ("autograded", "feedback"):
        found = {path.name for path in (course / kind).iterdir()}
        assert found <= set(school["expected"])
    assert {path.name for path in course.iterdir()} == {
        ".grading", "autograded", "feedback", "grades.csv", "gradebook.db", "nbgrader_config.py", "solutions",
        "submitted", f"summary_{LAB}.html", f"alike_{LAB}.html",
    }  # fmt: skip


def test_odd_notebooks_are_read_or_refused(tmp_path):
    course = gradebook.open_course(toy_course.make_course(tmp_path / "course"), tmp_path)
    release, expected = gradebook.register(course, LAB), {}
    for name, (content, status) in hostile.odd_files().items():
        (tmp_path / "submitted" / name / LAB).mkdir(parents=True)
        (tmp_path / "submitted" / name / LAB / f"{LAB}.ipynb").write_bytes(content)
        expected[name] = "accepted" if status == "graded" else status
    found = {one.student: one for one in gather(tmp_path / "submitted", LAB, release, tmp_path / "into")}
    assert {name: one.status for name, one in found.items()} == expected
    assert all(len(one.reason) < 300 for one in found.values())


@pytest.fixture
def browser(school):
    """Return a page that can reach this machine alone, and notes what would have gone elsewhere."""
    if lab.find_browser() is None and not os.environ.get("CI"):
        pytest.skip("NO BROWSER: feedback was not opened in one")
    with lab.browse() as page:

        def watch(route) -> None:
            here = route.request.url.startswith(("http://127.0.0.1", "file:", "data:"))
            route.continue_() if here else route.abort()

        page.route("**/*", watch)
        page.on("dialog", lambda dialog: dialog.dismiss())
        yield page


HARM = """() => ({
    ran: window.ran, title: document.title, links: [...document.querySelectorAll('#notebook a[href]')]
        .map(link => link.getAttribute('href')).filter(target => !target.startsWith('#')),
    parts: [...document.querySelectorAll('#notebook :is(script, iframe, object, embed, form, style, base,' +
        ' meta, video, audio, svg, link, dialog, [style*=fixed], [srcset])')].map(part => part.outerHTML),
    handlers: [...document.querySelectorAll('#notebook *')].flatMap(part => part.getAttributeNames())
        .filter(name => name.startsWith('on')),
})"""


def look(page, school, address: str) -> dict:
    """Open a page, click all that students could have made clickable, and return what is in it."""
    page.goto(address)
    page.wait_for_timeout(300)
    found = page.evaluate(HARM)
    page.evaluate("() => document.querySelectorAll('#notebook :is(summary, img, a)').forEach(x => x.click())")
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.ran") is None
    assert found["ran"] is None
    assert school["visits"] == []
    return found


def test_pages_of_a_hostile_class_do_nothing_in_a_browser(school, browser):
    course = school["course"]
    students = ["scripted", *map(safe_name, hostile.NAMES)]
    for student in students:
        found = look(browser, school, (course / "feedback" / student / LAB / f"{LAB}.html").as_uri())
        assert found["links"] == found["parts"] == found["handlers"] == []
        assert browser.get_by_text("Passed.").count() == 2
    look(browser, school, (course / f"summary_{LAB}.html").as_uri())
    assert browser.get_by_text("semi_=HYPERLINK").count() == 1


def test_the_formgrader_shows_a_hostile_class_and_nothing_runs(school, browser, tmp_path, monkeypatch):
    course = school["course"]
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        numbers = {
            name: book.find_submission_notebook(LAB, LAB, name).id
            for name in ("scripted", "attaches outputs", "blank lines")
        }
    monkeypatch.chdir(course)
    with lab.serve(course, tmp_path) as address:
        browser.goto(f"{address}/formgrader?token={lab.TOKEN}")
        for name, number in numbers.items():
            found = look(browser, school, f"{address}/formgrader/submissions/{number}/?index=0")
            assert browser.locator("input.score").count() == 3, name
            assert found["links"] == found["parts"] == found["handlers"] == [], name
        lists = ("gradebook", f"gradebook/{LAB}", f"gradebook/{LAB}/{LAB}", "manage_students")
        for place in (*lists, f"manage_submissions/{LAB}", "manage_students/scripted"):
            look(browser, school, f"{address}/formgrader/{place}")
            browser.locator("table tbody tr").first.wait_for()


@pytest.fixture
def quick():
    """Let runs of this test start no worker processes."""
    with toy_course.quick() as patch:
        yield patch


@pytest.fixture
def course(tmp_path):
    made = toy_course.make_course(tmp_path / "100%25 [a] {b} ünï #1?")
    toy_course.submit(made, "ada", handed_out())
    return made


def test_a_gradebook_that_another_program_holds_is_said_and_nothing_is_lost(quick, course, capsys):
    assert grade(course) == 0
    toy_course.submit(course, "bob", handed_out())
    capsys.readouterr()
    other = sqlite3.connect(course / "gradebook.db")
    other.execute("begin exclusive")
    assert grade(course) == 1
    assert "Stopped: database is locked" in capsys.readouterr().err
    other.rollback()
    assert grade(course) == 0
    assert {name: row["score"] for name, row in table(course).items()} == {"ada": "5", "bob": "5"}


def test_a_hand_in_that_is_gone_is_said_and_its_marks_stay(quick, course):
    toy_course.submit(course, "bob", handed_out())
    assert grade(course) == 0
    (course / "submitted" / "bob").rename(course / "bob")
    assert grade(course) == 0
    assert set(table(course)) == {"ada"}
    assert (
        "marks of 1 whose hand-ins were not there this time: bob"
        in (course / f"summary_{LAB}.html").read_text()
    )


@pytest.mark.parametrize(
    "arguments",
    [("--out", "submitted"), ("--out", "submitted/ada/new"), ("--submitted", "feedback"),
     ("--submitted", "autograded"), ("--submitted", "."), ("--submitted", "earlier/toy")],
)  # fmt: skip
def test_hand_ins_and_results_do_not_share_a_folder(course, capsys, arguments):
    for name in ("feedback", "autograded", "earlier/toy"):
        (course / name).mkdir(parents=True)
    before = state(course / "submitted")
    assert grade(course, *arguments) == 2
    assert "hand-ins" in capsys.readouterr().err
    assert state(course / "submitted") == before


def test_a_course_where_every_sandbox_can_look_is_refused(course, capsys, monkeypatch):
    monkeypatch.setattr(bubblewrap, "probe", lambda: None)
    monkeypatch.setattr(bubblewrap, "_python_folders", lambda: [str(course)])
    assert grade(course) == 2
    assert "hand-ins can read" in capsys.readouterr().err


@pytest.mark.parametrize("room", ["100000", "200000", "260000", "none"])
def test_a_full_disk_and_a_folder_that_cannot_be_written(course, room):
    out = course / "out"
    out.mkdir()
    special = ["--ro-bind", str(out), str(out)] if room == "none" else ["--size", room, "--tmpfs", str(out)]
    words = ["bwrap", "--dev-bind", "/", "/", *special, "--", sys.executable, "-m", "tests.toy_course"]
    words += [str(course), "--out", str(out), cli.UNPROTECTED]  # a sandbox in a sandbox is not tried here
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in (1, 2), done.stderr
    assert re.search("Stopped: |could not enter", done.stderr), done.stderr


def test_after_the_coordinator_alone_is_killed_nothing_lives_on(course):
    slow = "import time\ntime.sleep(2)" + hostile.SQUARE
    toy_course.submit(course, "slow", handed_out(square=slow))
    words = [sys.executable, "-m", "grading", LAB, "--workers", "1"]
    whole = subprocess.Popen(words, cwd=course, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 60
    while not list((course / "feedback").glob("*")) and time.monotonic() < deadline:
        time.sleep(0.1)
    group = members(whole.pid)
    assert len(group) > 2
    whole.kill()
    whole.wait()
    while members(whole.pid) and time.monotonic() < deadline + 20:
        time.sleep(0.1)
    assert members(whole.pid) == []


def members(session: int) -> list[int]:
    """Return the living processes of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[3]) == session and words[0] != "Z":
            found.append(int(path.parent.name))
    return found
