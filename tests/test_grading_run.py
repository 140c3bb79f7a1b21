"""Whole grade runs of a class with a tiny lab: results, resuming, clusters, refusals."""

import base64
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from grading import cli, run, task
from grading.judging.kernel import Budget
from grading.sandbox import bubblewrap, forkclient
from grading.sandbox.limits import MIB, Limits
from tests import toy_course
from tests.hand_ins import read_hand_in
from tests.needs_sandbox import needs_sandbox
from tests.toy_course import LAB, grade, handed_out, table

pytestmark = [needs_sandbox, pytest.mark.slow]

QUICK = {
    "budget": Budget(cell_seconds=5, total_seconds=60),
    "limits": Limits(memory_bytes=500 * MIB, wall_seconds=60),
}
WRONG_SQUARE = "def square(x):\n    return 2 * x"
GRADED = {"ada": 5.0, "bob": 2.0, "Zoë Ünal": 5.0, "王 小明": 0.0}
PRINTS_HIDDEN_TESTS = """import base64
def square(x):
    print(base64.b64encode(repr(globals()).encode()), repr(In))
    raise AssertionError(repr(globals()) + repr(In))"""


READS = """import os, pathlib
def square(x):
    for place in (SECRETS):
        assert not pathlib.Path(place).exists(), place
    assert "GAN_SECRET" not in os.environ
    return x * x"""
WRITES = """import pathlib
def square(x):
    for place in (SECRETS):
        try:
            (pathlib.Path(place) / "evil").write_text("evil")
        except OSError:
            pass
    return x * x"""
HUNGRY = {
    "memory": "blocks = []\nwhile True:\n    blocks.append(bytearray(10**8))",
    "disk": "with open('/tmp/big', 'wb') as file:\n    while True:\n        file.write(bytes(10**7))",
    "forks": "import os\nfor _ in range(10**5):\n    if os.fork() == 0:\n        import time; time.sleep(60)",
    "flood": "print('x' * 40_000_000)",
}


def snapshot(folder: Path) -> dict:
    """Return hash and time of every file, and the target of every link."""
    found = {}
    for path in sorted(folder.rglob("*")):
        stat = path.lstat()
        what = os.readlink(path) if path.is_symlink() else path.is_file() and path.read_bytes()
        found[str(path)] = (hashlib.sha256(repr(what).encode()).hexdigest(), stat.st_mtime_ns, stat.st_mode)
    return found


@pytest.fixture(scope="module")
def school(tmp_path_factory) -> dict:
    """Return a course folder after one run over a class that has everything in it."""
    course = toy_course.make_course(tmp_path_factory.mktemp("school") / "course")
    toy_course.submit(course, "ada", handed_out())
    toy_course.submit(course, "bob", handed_out(square=WRONG_SQUARE))
    toy_course.submit(course, "Zoë Ünal", handed_out(square="def square(x):\n    return x**2"))
    none = "def {}(x):\n    raise NotImplementedError('not written yet')"
    empty = {"mean": none.format("mean"), "square": none.format("square")}
    empty["discussion"] = "*Write your answer here, in the place of this line.*"
    toy_course.submit(course, "王 小明", handed_out(**empty))
    toy_course.submit(course, "exit", handed_out(square="import os\nos._exit(0)"))
    toy_course.submit(course, "leak", handed_out(square=PRINTS_HIDDEN_TESTS))
    for name, attack in (("cheat", "exceptions_swallowed"), ("forger", "reply_that_is_no_data")):
        hand_in = read_hand_in(Path(__file__).with_name("attacks") / f"{attack}.py")
        toy_course.submit(course, name, handed_out(**hand_in.answers))
    places = [course, Path.home(), course / "solutions", Path(__file__).parent]
    secrets = [
        course / "solutions" / LAB / f"{LAB}.ipynb",
        course / "submitted" / "ada" / LAB / f"{LAB}.ipynb",
        course / "gradebook.db",
        Path(__file__),
        *(path for path in Path.home().iterdir() if path.is_file()),
    ]
    toy_course.submit(
        course, "reads", handed_out(square=READS.replace("SECRETS", repr(list(map(str, secrets)))))
    )
    toy_course.submit(
        course, "writes", handed_out(square=WRITES.replace("SECRETS", repr(list(map(str, places)))))
    )
    for name, code in HUNGRY.items():
        toy_course.submit(course, name, handed_out(mean=code, square="def square(x):\n    return x * x"))
    (course / "submitted" / "nothing" / LAB).mkdir(parents=True)
    link = course / "submitted" / "link" / LAB
    link.mkdir(parents=True)
    (link / f"{LAB}.ipynb").symlink_to(course / "solutions" / LAB / f"{LAB}.ipynb")
    broken = course / "submitted" / "broken" / LAB
    broken.mkdir(parents=True)
    (broken / f"{LAB}.ipynb").write_text('{"cells": [')
    before = snapshot(course / "submitted")
    # One print of 300 MB never ends for who listens: nobody has to wait two minutes for that.
    with toy_course.quick(**QUICK) as patch:
        patch.setenv("GAN_SECRET", "known to the grader alone")
        status = grade(course)
    return {"course": course, "before": before, "status": status, "after": snapshot(course / "submitted")}


def test_every_hand_in_ends_in_the_table_with_the_right_status_and_points(school):
    assert school["status"] == 0
    rows = table(school["course"])
    hard = {"reads", "writes", "forger", *HUNGRY}
    assert set(rows) == set(GRADED) | {"exit", "leak", "cheat", "nothing", "link", "broken"} | hard
    for student, score in GRADED.items():
        assert (rows[student]["status"], float(rows[student]["score"])) == ("graded", score)
    assert {rows[name]["status"] for name in ("nothing", "link", "broken")} == {"rejected"}
    assert rows["exit"]["status"] == "crashed"
    assert (rows["cheat"]["status"], rows["cheat"]["score"], rows["cheat"]["reason"]) == ("graded", "0", "")
    assert (rows["forger"]["status"], rows["forger"]["score"]) == ("review", "0")
    assert "What came back for test-mean is no data that an honest answer gives" in rows["forger"]["reason"]
    assert (rows["leak"]["status"], rows["leak"]["score"]) == ("graded", "2")
    for name in ("exit", "nothing", "link", "broken"):
        assert rows[name]["score"] == ""
        assert len(rows[name]["reason"]) > 10


def test_what_students_handed_in_is_as_it_was(school):
    assert school["after"] == school["before"]


def test_no_secret_is_read_and_nothing_outside_is_written(school):
    rows = table(school["course"])
    assert (rows["reads"]["status"], rows["reads"]["score"]) == ("graded", "5"), (
        "it could read, or did not run"
    )
    assert (rows["writes"]["status"], rows["writes"]["score"]) == ("graded", "5")
    assert not list(school["course"].rglob("evil"))
    assert not (Path.home() / "evil").exists()
    assert not (Path(__file__).parent / "evil").exists()


@pytest.mark.parametrize("name", ["memory", "disk", "forks"])
def test_a_greedy_cell_fails_at_its_limit_and_the_other_answer_counts(school, name):
    row = table(school["course"])[name]
    assert (row["status"], row["score"]) == ("graded", "3"), row["reason"]


def test_one_flood_that_cannot_be_stopped_ends_the_kernel_and_is_no_zero(school):
    row = table(school["course"])["flood"]
    assert (row["status"], row["score"]) == ("crashed", ""), row["reason"]
    assert re.search(r"cell mean: it (took too long|printed too much), and did not stop", row["reason"])


def test_the_gradebook_has_the_points_of_what_was_graded_and_no_zero_for_the_rest(school):
    with Gradebook(f"sqlite:///{school['course']}/gradebook.db") as book:
        scores = {one.student.id: one.score for one in book.find_assignment(LAB).submissions}
        waiting = {
            name: {g.needs_manual_grade for g in book.find_submission_notebook(LAB, LAB, name).grades}
            for name in ("cheat", "forger")
        }
    assert {name: scores[name] for name in GRADED} == GRADED
    assert waiting == {"cheat": {True, False}, "forger": {True}}  # a person marks the discussion, or all
    assert not set(scores) & {"exit", "nothing", "link", "broken"}


def test_feedback_has_a_verdict_for_every_test_and_leaks_no_hidden_test_in_any_encoding(school):
    feedback = school["course"] / "feedback"
    page = (feedback / "bob" / LAB / f"{LAB}.html").read_text()
    assert "Failed. Hint: did you double it?" in page
    for student in table(school["course"]):
        page = (feedback / student / LAB / f"{LAB}.html").read_text()
        for secret in (*HIDDEN, "BEGIN HIDDEN"):
            assert secret not in page, student
    page = (feedback / "leak" / LAB / f"{LAB}.html").read_text()
    assert "Your code raised AssertionError" in page
    assert base64.b64encode(b"{'__name__': '__main__'").decode()[:16] in page, "its own output is shown"


def test_the_summary_names_the_question_that_the_class_missed(school):
    page = (school["course"] / f"summary_{LAB}.html").read_text()
    shares = [int(share) for share in re.findall(r'class="number">(\d+) %</td>', page)]
    assert len(shares) == 2
    assert shares == sorted(shares)
    assert "Part 1, mean: 2 points" in page
    assert "Part 2, square: 3 points" in page
    assert "<li>Part 2, square: 3 points: did you double it?</li>" in page, "bob's, in the judge's words"
    assert page.count("Left empty: discussion.") == 1
    for status in ("graded", "review", "crashed", "rejected"):
        assert status in page


def encoded(word: str) -> list[str]:
    """Return a word, and what base64 makes of it in each of its three places."""
    letters = [base64.b64encode(b"x" * n + word.encode()).decode() for n in range(3)]
    return [word, letters[0][:-4], letters[1][2:-4], letters[2][3:-4]]


HIDDEN = [*encoded("secret_values"), *encoded("the number of values can be any"), *encoded("judge_negative")]


def test_a_second_run_runs_nothing_that_is_graded_and_a_changed_hand_in_again(school, tmp_path, monkeypatch):
    course = tmp_path / "course"
    shutil.copytree(school["course"], course, symlinks=True)
    for name in ("exit", "cheat", "forger", "leak", "reads", "writes", *HUNGRY):
        shutil.rmtree(course / "submitted" / name)
    seen = []
    monkeypatch.setattr(cli, "cluster", toy_course.here)
    monkeypatch.setattr("grading.run.make_job", lambda plan, hand_in, *rest: seen.append(hand_in.student))
    monkeypatch.setattr("grading.run.run_job", _no_job)
    grade(course)
    assert seen == []
    path = course / "submitted" / "bob" / LAB / f"{LAB}.ipynb"
    nbformat.write(handed_out(), path)
    grade(course)
    assert seen == ["bob"]
    grade(course, "--force")
    assert sorted(seen[1:]) == sorted(GRADED)


def _no_job(*words):
    raise RuntimeError("not run in this test")


def test_a_persons_marks_reach_the_feedback_without_another_run(school, tmp_path, monkeypatch):
    course = tmp_path / "course"
    shutil.copytree(school["course"], course, symlinks=True)
    for path in (course / "submitted").iterdir():
        if path.name != "ada":
            shutil.rmtree(path)
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.find_grade("discussion", LAB, LAB, "ada").manual_score = 2
        book.find_comment("discussion", LAB, LAB, "ada").manual_comment = "A good example."
        book.db.commit()
    monkeypatch.setattr("grading.run.make_job", None)
    assert grade(course) == 0
    page = (course / "feedback" / "ada" / LAB / f"{LAB}.html").read_text()
    assert "A good example." in page
    assert "Score: 7.0 / 7.0" in page


def test_without_bubblewrap_it_refuses_and_names_the_flag(tmp_path, monkeypatch, capsys):
    course = toy_course.make_course(tmp_path / "course")
    toy_course.submit(course, "ada", handed_out())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert grade(course) == 2
    said = capsys.readouterr().err
    assert "not installed" in said
    assert cli.UNPROTECTED in said
    assert not (course / "grades.csv").exists()


def test_unprotected_runs_say_so_and_give_the_same_points(tmp_path):
    course = toy_course.make_course(tmp_path / "course")
    toy_course.submit(course, "bob", handed_out(square=WRONG_SQUARE))
    assert grade(course, cli.UNPROTECTED, "--out", str(tmp_path / "out")) == 0
    assert table(tmp_path / "out")["bob"]["score"] == "2"
    assert "without protection" in (tmp_path / "out" / f"summary_{LAB}.html").read_text()
    assert sorted(p.name for p in course.iterdir()) == ["nbgrader_config.py", "solutions", "submitted"]


def test_a_second_run_at_the_same_time_is_refused(tmp_path):
    course = toy_course.make_course(tmp_path / "course")
    toy_course.submit(course, "ada", handed_out())
    with run.only_one(course / ".grading" / LAB):
        assert grade(course) == 2


def test_an_unknown_lab_is_named_with_those_that_are_there(tmp_path, capsys):
    course = toy_course.make_course(tmp_path / "course")
    before = os.getcwd()
    os.chdir(course)
    try:
        assert cli.main(["lab99", "--workers", "1"]) == 2
    finally:
        os.chdir(before)
    assert "The labs are: toy" in capsys.readouterr().err


def slow_class(course: Path, count: int) -> None:
    for number in range(count):
        source = f"import time\ntime.sleep(1)\ndef square(x):\n    return x * x  # {number}"
        toy_course.submit(course, f"s{number}", handed_out(square=source))


def test_after_kill_9_the_gradebook_is_whole_and_the_next_run_finishes_the_rest(tmp_path):
    course = toy_course.make_course(tmp_path / "course")
    slow_class(course, 5)
    command = [sys.executable, "-m", "grading", LAB, "--workers", "2"]
    whole = subprocess.Popen(command, cwd=course, stderr=subprocess.DEVNULL, start_new_session=True)
    done = course / ".grading" / LAB / "done"
    deadline = time.monotonic() + 120
    while len(list(done.glob("*.json")) if done.exists() else []) < 1 and time.monotonic() < deadline:
        time.sleep(0.1)
    os.killpg(whole.pid, signal.SIGKILL)
    whole.wait()
    finished = {path.name: path.stat().st_mtime_ns for path in done.glob("*.json")}
    assert 1 <= len(finished) < 5
    (verdict,) = sqlite3.connect(course / "gradebook.db").execute("pragma integrity_check").fetchone()
    assert verdict == "ok"
    with toy_course.quick():
        assert grade(course) == 0
    rows = table(course)
    assert [(row["status"], row["score"]) for row in rows.values()] == [("graded", "5")] * 5
    assert all((done / name).stat().st_mtime_ns == when for name, when in finished.items())


def test_a_worker_killed_in_mid_run_loses_nothing_and_nothing_is_graded_twice(tmp_path):
    course = toy_course.make_course(tmp_path / "course")
    slow_class(course, 5)
    address = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    started = [
        subprocess.Popen(
            [*dask, "--scheduler-file", str(address), "--port", "0", "--host", "127.0.0.1", "--no-dashboard"],
            stderr=subprocess.DEVNULL,
        )
    ]
    try:
        deadline = time.monotonic() + 60
        while not address.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(address)]
        quiet = ["--no-nanny", "--no-dashboard", "--nthreads", "1", "--host", "127.0.0.1"]
        local = ["--local-directory", str(tmp_path)]
        workers = [subprocess.Popen([*worker, *quiet, *local], stderr=subprocess.DEVNULL) for _ in range(2)]
        started += workers
        scheduler = json.loads(address.read_text())["address"]
        command = [sys.executable, "-m", "grading", LAB, "--scheduler", scheduler]
        whole = subprocess.Popen(command, cwd=course, stderr=subprocess.PIPE, text=True)
        for line in whole.stderr:
            if line.startswith("1 of 5"):
                workers[0].kill()
        assert whole.wait(timeout=200) == 0
    finally:
        for process in started:
            process.kill()
            process.wait()
    rows = table(course)
    assert [(row["status"], row["score"]) for row in rows.values()] == [("graded", "5")] * 5


def test_where_no_sandbox_starts_any_more_the_run_stops_in_words_and_the_next_goes_on(tmp_path, capsys):
    course = toy_course.make_course(tmp_path / "course")
    for student in ("ada", "bob", "eve"):
        toy_course.submit(course, student, handed_out())
    real, keep = bubblewrap.command, run.keep
    with toy_course.quick(**QUICK) as patch:

        def kept(*words):
            patch.setattr(bubblewrap, "command", lambda *words, **more: ["bwrap", "--no-such-option"])
            for server in list(forkclient._running.values()):  # and all that could still start one
                server.process.kill()
            return keep(*words)

        patch.setattr(run, "keep", kept)
        assert grade(course, "--workers", "1") == 1
        said = capsys.readouterr().err
        assert "Stopped: a closed kernel could not be started" in said
        assert "What was graded is kept" in said
        done = {name: row for name, row in table(course).items() if row["status"] == "graded"}
        assert 1 <= len(done) < 3
        assert {row["status"] for row in table(course).values()} == {"graded"}
        assert "have not been run yet" in (course / f"summary_{LAB}.html").read_text()
        patch.setattr(bubblewrap, "command", real)
        patch.setattr(run, "keep", keep)
        patch.setattr(task, "_can_fork", True)
        assert grade(course) == 0
    rows = table(course)
    assert [(row["status"], row["score"]) for row in rows.values()] == [("graded", "5")] * 3
    assert {name: row for name, row in rows.items() if name in done} == done  # with the seeds of then


def test_a_grade_is_replayed_by_its_seed(tmp_path):
    """A judge that looks at one drawn bit, and an answer that is right for half of all seeds."""
    lab = toy_course.master()
    for cell in lab.cells:
        if cell.id == "test-square":
            cell.source = (
                "# Part 2: 3 points\ndef draw(rng):\n    return int(rng.integers(2**62))\n\n\n"
                "def observe(given):\n    return square(given)\n\n\n"
                "def judge(given, seen):\n    assert seen == given % 2, f'for {given}'\n\n\n"
                "checks.run(draw, observe, judge)"
            )
    course = toy_course.make_course(tmp_path / "course", lab)
    coin = toy_course.solved(square="def square(x):\n    return 0")
    coin.cells[5].source = lab.cells[5].source
    for student in ("ada", "bob", "eve", "fay", "gus", "hal"):
        toy_course.submit(course, student, coin)

    def state(student: str) -> tuple[str, str, str]:
        row = table(course)[student]
        page = (course / "feedback" / student / LAB / f"{LAB}.html").read_text()
        return row["score"], row["seed"], *re.findall(r"Hint: (for \d+)", page)

    with toy_course.quick(**QUICK):
        assert grade(course) == 0
        first = {student: state(student) for student in table(course)}
        assert len({seed for _, seed, *_ in first.values()}) == 6
        assert {len(found) for found in first.values()} <= {2, 3}
        scores = {found[0] for found in first.values()}
        assert scores <= {"2", "5"}
        for student in ("bob", "eve"):  # ada, with the inputs of somebody else
            assert grade(course, "--student", "ada", "--seed", first[student][1]) == 0
            assert state("ada") == first[student]
            assert {name: state(name) for name in first if name != "ada"} == {
                name: found for name, found in first.items() if name != "ada"
            }, "nobody else was run again"
        assert grade(course, "--student", "ada", "--seed", first["ada"][1]) == 0
        assert state("ada") == first["ada"]


def test_a_lab_whose_judge_needs_a_students_name_is_refused_before_anybody_is_run(tmp_path, capsys):
    lab = toy_course.master()
    for cell in lab.cells:
        cell.source = cell.source.replace("seen == given**2", "seen == square(given)")
    course = toy_course.make_course(tmp_path / "course", lab)
    toy_course.submit(course, "ada", handed_out())
    with toy_course.quick(**QUICK):
        assert grade(course) == 2
    assert "test-square: what draws or judges needs the student's square" in capsys.readouterr().err
    assert not (course / "grades.csv").exists()
