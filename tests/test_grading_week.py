"""An instructor's weeks: a zip of thirty from the platform, graded, and marks and pages back to the platform.

The platforms are played here from their importers' rules: whom does a line or a file reach, and with what?
"""

import csv
import html
import io
import os
import random
import re
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from grading import cli, run
from tests import toy_course
from tests.lab import TOKEN, browse, find_browser, serve
from tests.needs_sandbox import needs_sandbox

pytestmark = [needs_sandbox, pytest.mark.slow]

PEOPLE = [f"{first} {last}" for first in ("Ada", "Bo", "Chen", "Dilek", "Eva", "Fen") for last in
          ("Adams", "O'Brien", "Çelik", "van der Berg", "Ng")]  # fmt: skip
WRONG = {
    "right": {},
    "no square": {"square": "def square(x):\n    return 2 * x"},
    "no mean": {"mean": "def mean(values):\n    return sum(values)"},
    "none": {"mean": "def mean(values):\n    pass", "square": "def square(x):\n    pass"},
}
SCORES = {"right": 5, "no square": 2, "no mean": 3, "none": 0}
WEEKS = (toy_course.LAB, "toy2")


def handed_in(week: int) -> dict[str, str]:
    """Return what each person hands in; one hands in nothing in each week."""
    rng = random.Random(week)
    return {who: rng.choice(list(WRONG)) for who in PEOPLE if who != PEOPLE[week]}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """Return a course with two labs and a roster."""
    folder = toy_course.make_course(tmp_path_factory.mktemp("course"))
    (folder / "solutions" / WEEKS[1]).mkdir()
    nbformat.write(toy_course.master(), folder / "solutions" / WEEKS[1] / f"{WEEKS[1]}.ipynb")
    lines = [f"s{n:02},{who},{n}@example.org,{900 + n},{700 + n}" for n, who in enumerate(PEOPLE)]
    (folder / "roster.csv").write_text("\n".join(["student,name,email,canvas_id,sis_id", *lines]) + "\n")
    return folder


def grade(course: Path, lab: str, source: Path, out: Path) -> None:
    before = os.getcwd()
    os.chdir(course)
    try:
        with toy_course.quick():
            assert cli.main([lab, "--workers", "2", "--submitted", str(source), "--out", str(out)]) == 0
    finally:
        os.chdir(before)


def points(out: Path, lab: str) -> dict[str, float]:
    """Return the points of each student in the gradebook."""
    with Gradebook(f"sqlite:///{out}/gradebook.db") as book:
        return {one.student.id: one.score for one in book.find_assignment(lab).submissions}


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_two_weeks_of_moodle_with_numbers_that_change(course, tmp_path):
    keys = {who: f"s{n:02}" for n, who in enumerate(PEOPLE)}
    for week, lab in enumerate(WEEKS):
        numbers = dict(zip(PEOPLE, random.Random(week).sample(range(100_000, 999_999), 30), strict=True))
        work, source = handed_in(week), tmp_path / f"{lab}.zip"
        with zipfile.ZipFile(source, "w") as archive:
            for who, kind in work.items():
                folder = f"{who}_{numbers[who]}_assignsubmission_file"
                archive.writestr(
                    f"{folder}/{lab}.ipynb", nbformat.writes(toy_course.handed_out(**WRONG[kind]))
                )
        grade(course, lab, source, tmp_path / "marks")
        right = {keys[who]: SCORES[kind] for who, kind in work.items()}
        assert points(tmp_path / "marks", lab) == right
        summary = (tmp_path / "marks" / f"summary_{lab}.html").read_text(encoding="utf-8")
        assert f"1 on the roster handed in nothing: {keys[PEOPLE[week]]}." in summary
        back = tmp_path / "marks" / "returns" / lab
        reached = {row["Identifier"]: float(row["Grade"]) for row in rows(back / "marks_moodle.csv")}
        assert reached == {f"Participant {numbers[who]}": SCORES[kind] for who, kind in work.items()}
        with zipfile.ZipFile(back / "feedback_moodle.zip") as archive:
            for who, kind in work.items():
                (name,) = [n for n in archive.namelist() if n.split("_")[1] == str(numbers[who])]
                page = archive.read(name).decode()
                assert ("Hint: did you double it?" in page) == (kind == "no square"), who
                assert "### BEGIN HIDDEN" not in page
    with Gradebook(f"sqlite:///{tmp_path}/marks/gradebook.db") as book:
        assert {student.id for student in book.students} == set(keys.values()), "one person, one student"
    table = (tmp_path / "marks" / "grades.csv").read_text(encoding="utf-8")
    assert len(table.splitlines()) == 1 + 2 * 29


def test_a_week_of_canvas_some_of_them_late(course, tmp_path):
    lab, work = WEEKS[0], handed_in(0)
    late, source = set(list(work)[:4]), tmp_path / "canvas.zip"
    files = {}
    with zipfile.ZipFile(source, "w") as archive:
        for n, who in enumerate(PEOPLE):
            if who in work:
                last_first = re.sub(r"[^a-zç]", "", "".join(reversed(who.lower().split(" ", 1))))
                name = f"{last_first}_{'LATE_' if who in late else ''}{900 + n}_{5000 + n}_{lab}-1.ipynb"
                archive.writestr(name, nbformat.writes(toy_course.handed_out(**WRONG[work[who]])))
                files[str(900 + n), str(5000 + n)] = who
    grade(course, lab, source, tmp_path / "marks")
    keys = {who: f"s{n:02}" for n, who in enumerate(PEOPLE)}
    assert points(tmp_path / "marks", lab) == {keys[who]: SCORES[kind] for who, kind in work.items()}
    graded = rows(tmp_path / "marks" / "grades.csv")
    assert {row["student"] for row in graded if row["late"]} == {keys[who] for who in late}
    back = tmp_path / "marks" / "returns" / lab
    lines = {row["ID"]: row for row in rows(back / "marks_canvas.csv") if row["ID"]}
    for n, who in enumerate(PEOPLE):
        if who in work:
            assert float(lines[str(900 + n)][lab]) == SCORES[work[who]]
            assert lines[str(900 + n)]["SIS User ID"] == str(700 + n)
    with zipfile.ZipFile(back / "feedback_canvas.zip") as archive:
        reached = {}
        for name in archive.namelist():
            user, file = re.findall(r"(?<=_)\d+(?=_)", name.replace("_LATE", ""))[:2]
            reached[files[user, file]] = "Hint: did you double it?" in archive.read(name).decode()
    assert reached == {who: kind == "no square" for who, kind in work.items()}


def test_a_second_zip_of_a_week_counts_for_the_same_people(course, tmp_path):
    """Moodle gives all hand-ins again, with the late ones; who was graded is not run again."""
    lab, out = WEEKS[0], tmp_path / "marks"
    first, second = ({who: f"{who}_{n + add}_assignsubmission_file" for n, who in enumerate(PEOPLE[:3])}
                     for add in (100, 200))  # fmt: skip
    for number, folders in enumerate((dict(list(first.items())[:2]), second)):
        source = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(source, "w") as archive:
            for folder in folders.values():
                archive.writestr(f"{folder}/{lab}.ipynb", nbformat.writes(toy_course.handed_out()))
        grade(course, lab, source, out)
        done = sorted(path.stat().st_mtime_ns for path in (out / "autograded").rglob("*.ipynb"))
        if number == 0:
            before = done
    assert len(done) == 3
    assert done[:2] == before, "a hand-in that was graded has been run again"
    shutil.rmtree(out)


@pytest.mark.skipif(find_browser() is None and not os.environ.get("CI"), reason="NO BROWSER: no formgrader")
def test_a_mark_and_a_comment_given_in_the_formgrader_reach_the_platform(tmp_path, monkeypatch):
    """As README says it: graded, marked by hand in a real browser, graded again, and back to Moodle."""
    course, source = toy_course.make_course(tmp_path / "course"), tmp_path / "moodle.zip"
    people = {"Ada Adams": 7001, "Bo O'Brien": 7002, "Dilek Çelik": 7003}
    with zipfile.ZipFile(source, "w") as archive:
        for who, number in people.items():
            answers = WRONG["no square"] | {"discussion": f"{who} thinks: one large value moves the mean."}
            archive.writestr(
                f"{who}_{number}_assignsubmission_file/{toy_course.LAB}.ipynb",
                nbformat.writes(toy_course.handed_out(**answers)),
            )
    monkeypatch.chdir(course)
    with toy_course.quick():
        assert toy_course.grade(course, "--submitted", str(source)) == 0
    said = "An example with numbers earns the second point: 1, 2, 97. Žluťoučký!"
    with serve(course, tmp_path) as address, browse() as page:
        page.goto(f"{address}/formgrader/gradebook?token={TOKEN}")
        for name in (toy_course.LAB, toy_course.LAB, "Submission #2"):
            page.get_by_role("link", name=name, exact=True).click()
        answer = page.get_by_text("moves the mean")
        (who,) = [who for who in people if f"{who} thinks" in answer.inner_text()]
        for field, kind, text in (
            ("input#test-square", "grade", "1"),
            ("input#discussion", "grade", "1.5"),
            ("textarea#discussion-comment", "comment", said),
        ):
            page.locator(field).fill(text)
            with page.expect_response(lambda r, k=kind: f"/api/{k}/" in r.url and r.request.method == "PUT"):
                page.locator(field).press("Tab")
    with toy_course.quick() as patch:
        patch.setattr(run, "run_job", None)  # what was graded is not run again
        assert toy_course.grade(course, "--submitted", str(source)) == 0
    back = course / "returns" / toy_course.LAB
    reached = {row["Identifier"]: float(row["Grade"]) for row in rows(back / "marks_moodle.csv")}
    assert reached == {f"Participant {n}": 2 + 2.5 * (one == who) for one, n in people.items()}
    with zipfile.ZipFile(back / "feedback_moodle.zip") as archive:
        pages = {name.split("_")[1]: archive.read(name).decode() for name in archive.namelist()}
    assert [number for number, page in pages.items() if said in page] == [str(people[who])]
    summary = (course / f"summary_{toy_course.LAB}.html").read_text(encoding="utf-8")
    assert "2 hand-ins wait for a person's marks" in html.unescape(summary)
