"""What goes back is read here as the platforms' importers read it; their rules are written down anew."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from grading.records import Person
from grading.results.returns import Mark, write_returns

LAB = "lab01_vanilla_gan"


def mark(original: str, score: float | None = 12.5, status: str = "graded", **more) -> Mark:
    """Return a mark whose page is still to be written."""
    student = more.pop("student", original.split("/")[0])
    person = Person(student, **more)
    return Mark(student, original, status, score, 17.0, Path("nowhere.html"), person)


def written(folder: Path, *marks: Mark) -> tuple[list[Mark], list[str]]:
    """Write a page for each mark, and what goes back; return the marks with their pages, and the notes."""
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    whole = []
    for number, one in enumerate(marks):
        page = pages / f"{number}.html"
        page.write_text(f"page of {one.student}", encoding="utf-8")
        whole.append(Mark(**{**vars(one), "page": page}))
    return whole, write_returns(folder / "back", f"{LAB} (77)", whole)


def moodle_takes(archive: Path, participants: set[int]) -> dict[int, dict[str, str]]:
    """Return {participant: {file: text}} as ``is_valid_filename_for_import`` sorts files."""
    found: dict[int, dict[str, str]] = {}
    with zipfile.ZipFile(archive) as files:
        for name in files.namelist():
            parts = name.split("/")
            while parts and not parts[-1].startswith((".", "~")):
                info = parts.pop(0).split("_", 4)
                if len(info) < 4 or not info[1].isdecimal() or int(info[1]) not in participants:
                    continue
                if info[2:4] in (["assignsubmission", "file"], ["assignsubmission", "onlinetext"]):
                    rest = "/".join([*info[4:], *parts])
                    found.setdefault(int(info[1]), {})[rest] = files.read(name).decode()
                    break
    return found


def moodle_grades(sheet: str, now: dict[int, float], most: float) -> dict[int, float]:
    """Return the grades after ``process_import_grades`` has gone through a worksheet."""
    grades = dict(now)
    header, *rows = csv.reader(io.StringIO(sheet))
    where = {title: header.index(title) for title in ("Identifier", "Grade", "Last modified (grade)")}
    assert "Feedback comments" not in header  # would overwrite what a teacher wrote
    for row in rows:
        who, grade = int(row[where["Identifier"]][len("Participant ") :]), row[where["Grade"]]
        if grade and 0 <= float(grade) <= most:
            grades[who] = float(grade)
    return grades


def canvas_takes(archive: Path, handed_in: dict[str, set[str]]) -> dict[str, str]:
    """Return {student or key: text} as ``infer_comment_context_from_filename`` does, without strangers."""
    found = {}
    with zipfile.ZipFile(archive) as files:
        for name in files.namelist():
            parts = [part for part in name.split("/")[-1].split("_") if part != "LATE"]
            numbers = [part for part in parts if re.fullmatch(r"\d+", part)]
            student, attachment = parts[1:3] if parts[0] == "anon" else numbers[:2]
            assert not parts[-1].startswith("link")
            assert not name.startswith("._")
            assert attachment in handed_in[student]
            found[student] = files.read(name).decode()
    return found


def canvas_gradebook(sheet: str) -> tuple[str, str, dict[str, str]]:
    """Return (assignment, most points, {ID: mark}), by the rules of ``GradebookImporter``."""
    header, possible, *rows = csv.reader(io.StringIO(sheet))
    assert "Student" in header[0]
    assert "ID" in header[1]
    assert re.search(r"SIS\s+User\s+ID", header[2])
    assert re.search(r"SIS\s+Login\s+ID", header[3])
    assert "Section" in header[4]
    assert "Points Possible" in possible[0]
    assert not any("Points Possible" in row[0] for row in rows)
    return header[5], possible[5], {row[1]: row[5] for row in rows}


@pytest.mark.parametrize(
    "original",
    [
        "Ada Lovelace_123_assignsubmission_file/lab01_vanilla_gan.ipynb",
        "Ada Lovelace_123_assignsubmission_file_/sub/lab01.ipynb",
        "Ada Lovelace_123_assignsubmission_file_lab01_vanilla_gan.ipynb",
        "GAN-lab 1-99/Ada Lovelace_123_assignsubmission_file/week_1_2_x/lab01.ipynb",
        "Ada Lovelace_123_assignsubmission_onlinetext/onlinetext.html",
        "/home/ta/lab1.zip!Ada Lovelace_123_assignsubmission_file/lab01.ipynb",
        "Participant_123_assignsubmission_file/lab01.ipynb",
        "Æ-Ünal, 李_123_assignsubmission_file/x.ipynb",
    ],
)
def test_moodle_takes_the_page_of_every_form_of_its_download(tmp_path, original):
    written(tmp_path, mark(original, student="Ada"))
    taken = moodle_takes(tmp_path / "back" / "feedback_moodle.zip", {122, 123})
    assert taken == {123: {"feedback.html": "page of Ada"}}
    assert not list(tmp_path.glob("back/*canvas*"))


def test_moodle_gets_marks_and_keeps_what_it_has_where_there_is_none(tmp_path):
    _, notes = written(
        tmp_path,
        mark("Ada_1_assignsubmission_file/x.ipynb"),
        mark("Bob_2_assignsubmission_file/x.ipynb", None, "crashed"),
        mark("Cy_3_assignsubmission_file/x.ipynb", None, "rejected"),
        mark("Eve_4_assignsubmission_file/x.ipynb", 17.0, "review"),
        mark("Zoe_5_assignsubmission_file/x.ipynb", 0.0, name="Zoë", email="zoe@example.org"),
    )
    sheet = (tmp_path / "back" / "marks_moodle.csv").read_text(encoding="utf-8")
    assert moodle_grades(sheet, {2: 9.0, 5: 3.0}, 17) == {1: 12.5, 2: 9.0, 4: 17.0, 5: 0.0}
    rows = {row["Identifier"]: row for row in csv.DictReader(io.StringIO(sheet))}
    assert rows["Participant 5"]["Full name"] == "Zoë"
    assert rows["Participant 5"]["Email address"] == "zoe@example.org"
    assert {row["Maximum Grade"] for row in rows.values()} == {"17"}
    (none,) = [note for note in notes if "not a zero" in note]
    assert "Bob" in none
    assert "Cy" in none
    assert "Ada" not in none
    assert any("Look" in note and "Eve" in note for note in notes)
    assert any("pass over a 0" in note and "Zoe" in note for note in notes)
    assert any("out of 17" in note for note in notes)


def test_canvas_takes_pages_and_marks_and_loses_no_mark(tmp_path):
    _, notes = written(
        tmp_path,
        mark("lovelaceada_11_501_lab01_vanilla_gan.ipynb"),
        mark("GAN/müllerjo_LATE_12_502_my_link.ipynb", 3.0),
        mark("smith_13_503_lab01-2.ipynb", None, "crashed"),
        mark("anon_a1B2c_504_lab01.ipynb", 4.0),
        mark("LATE_anon_12345_505_lab01.ipynb", 5.0),
        mark("textual_16_text.html", None, "rejected"),
    )
    handed_in = {"11": {"501"}, "12": {"502"}, "13": {"503"}, "a1B2c": {"504"}, "12345": {"505"}}
    taken = canvas_takes(tmp_path / "back" / "feedback_canvas.zip", handed_in)
    assert set(taken) == set(handed_in)
    assert taken["11"] == "page of lovelaceada_11_501_lab01_vanilla_gan.ipynb"
    sheet = (tmp_path / "back" / "marks_canvas.csv").read_text(encoding="utf-8")
    # An empty cell would take a mark away that is there, so 13 has no line.
    assert canvas_gradebook(sheet) == (f"{LAB} (77)", "17", {"11": "12.5", "12": "3"})
    assert any("without a name" in note and "anon_a1B2c" in note for note in notes)
    assert any("Nothing goes back" in note and "textual_16" in note for note in notes)
    assert not list(tmp_path.glob("back/*moodle*"))


def test_folders_of_nbgrader_and_of_groups_get_nothing_back_and_no_notes(tmp_path):
    _, notes = written(
        tmp_path, mark("submitted/ada/lab01/lab01.ipynb"), mark("Default group_assignsubmission_file/x.ipynb")
    )
    assert notes == []
    assert not (tmp_path / "back").exists()


def test_a_page_that_is_missing_is_named_and_the_others_go(tmp_path):
    whole, _ = written(tmp_path, mark("Ada_1_assignsubmission_file/x"), mark("Bob_2_assignsubmission_file/x"))
    whole[1].page.unlink()
    notes = write_returns(tmp_path / "back", LAB, whole)
    assert any("No feedback page" in note and "Bob_2" in note and "Ada" not in note for note in notes)
    assert set(moodle_takes(tmp_path / "back" / "feedback_moodle.zip", {1, 2})) == {1}


@pytest.mark.parametrize("name", ["=1+1", "+1", "-2", "@SUM(A1)", "x;=1", "\t=1", "＝1", '"=1'])
def test_names_are_no_formulas(tmp_path, name):
    written(
        tmp_path,
        mark("Ada_1_assignsubmission_file/x.ipynb", name=name, email=name),
        mark("ada_11_501_x.ipynb", name=name, ids={"login_id": name, "sis_id": name}),
    )
    for sheet in (tmp_path / "back").glob("*.csv"):
        for row in csv.reader(io.StringIO(sheet.read_text(encoding="utf-8"))):
            for cell in row:
                assert not cell.strip("\"' ").startswith(tuple("=+-@＝")) or cell.startswith("'"), cell
                assert not re.search(r"[\t\r\n]|;\s*=", cell), cell


def test_the_same_pages_give_the_same_bytes_whatever_the_order(tmp_path):
    whole, _ = written(tmp_path, *(mark(f"S{n}_{n}_assignsubmission_file/x", n / 3) for n in range(1, 9)))
    before = {path.name: path.read_bytes() for path in (tmp_path / "back").iterdir()}
    for one in whole:
        one.page.touch()
    write_returns(tmp_path / "back", LAB, whole[::-1])
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "back").iterdir()}
    assert set(before) == {"feedback_moodle.zip", "marks_moodle.csv"}


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_full_disk_is_told_and_leaves_the_older_files(tmp_path, monkeypatch, broken):
    whole, _ = written(tmp_path, mark("Ada_1_assignsubmission_file/x"))
    before = {path.name: path.read_bytes() for path in (tmp_path / "back").iterdir()}

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"os.{broken}", full)
    whole[0].page.write_text("another page")
    with pytest.raises(OSError, match=r"feedback_moodle\.zip could not be written \(No space left") as found:
        write_returns(tmp_path / "back", LAB, whole)
    assert found.value.errno == 28
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "back").iterdir()}
