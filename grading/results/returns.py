"""What goes back to a learning platform: feedback pages and marks, in the forms that Moodle and Canvas take.

Each form is what the platform's own importer reads, which is less than what its download holds:

- Moodle's feedback files (``mod/assign/feedback/file/importziplib.php``): a folder as in the download,
  ``Name_NUMBER_assignsubmission_PLUGIN``; only the number says whose it is.
- Moodle's grading worksheet (``mod/assign/feedback/offline/importgradeslib.php``): columns are found by their
  English titles; an empty *Feedback comments* would wipe out a teacher's. A grade that changed later than the
  worksheet says is passed over, and a feedback page counts as a change: marks go in before pages.
- Canvas, *Upload Submissions* (``app/models/abstract_assignment.rb``): the first two numbers between
  underscores are the student and a file that they handed in (after ``anon``: a key and the file).
- Canvas's gradebook (``lib/gradebook_importer.rb``): an empty cell takes a mark away, so a hand-in without a
  score has no line.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from grading.records import Person
from grading.results.report import spreadsheet_safe, table, write_whole

MOODLE = re.compile(r"([^_]+_(\d+)_assignsubmission_[a-z]+)(?:_.*)?", re.DOTALL)
CANVAS = re.compile(r"((?:LATE_)?anon_[0-9A-Za-z]+_\d+|.+?_(?:LATE_)?(\d+)_\d+)_.+", re.DOTALL)
WORKSHEET = ("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade")
WORKSHEET += ("Grade can be changed", "Last modified (submission)", "Last modified (grade)")
GRADEBOOK = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")


@dataclass(frozen=True)
class Mark:
    """What goes back for one hand-in."""

    student: str  # the name on our own pages
    original: str  # of the notebook that counts, the path in the platform's download, or ``ZIP!path``
    status: str  # one of `grading.records.STATUSES`
    score: float | None  # None where there is no mark
    max_score: float
    page: Path  # the feedback page
    person: Person  # what a roster says; each part may be empty


def address(original: str) -> tuple[str, str, str] | None:
    """Return ``(platform, name to send it back under, number of the student)``, or None.

    The number is empty for an anonymous hand-in of Canvas. Without a platform's name there is no address:
    a hand-in of nbgrader's folders, of a group, or typed into Canvas's text box.
    """
    parts = re.split(r"[/\\]+|\.zip!", original)
    for part in parts:
        if match := MOODLE.fullmatch(part):
            return "moodle", f"{match[1]}/feedback.html", match[2]
    if match := CANVAS.fullmatch(parts[-1]):
        return "canvas", f"{match[1]}_feedback.html", match[2] or ""
    return None


def write_returns(folder: Path, assignment: str, marks: Sequence[Mark]) -> list[str]:
    """Write ``feedback_PLATFORM.zip`` and ``marks_PLATFORM.csv`` for each platform that hand-ins came from.

    Return what the instructor has to know before uploading, in sentences. The ``assignment`` is the column of
    Canvas's gradebook, best as Canvas exports it: ``Title (12345)``.
    """
    notes: list[str] = []
    places = [(mark, found) for mark in marks if (found := address(mark.original))]
    for platform, form in (("moodle", worksheet), ("canvas", partial(gradebook, assignment))):
        ours = [(mark, number) for mark, (where, _, number) in places if where == platform]
        if not ours:
            continue
        names = {name: mark.page for mark, (where, name, _) in places if where == platform}
        pages = {name: page for name, page in names.items() if page.is_file()}
        write_whole(folder / f"feedback_{platform}.zip", zipped(pages))
        write_whole(folder / f"marks_{platform}.csv", form(sorted(ours, key=lambda one: one[0].student)))
        own, most = [mark for mark, _ in ours], max(mark.max_score for mark, _ in ours)
        notes.append(
            f"The marks for {platform.capitalize()} are out of {most:g}: the assignment there must be, too."
            " Import them before the feedback pages."
        )
        notes += listed("No mark goes back, which is not a zero", (m for m in own if m.score is None))
        notes += listed("Look before you import the mark", (m for m in own if m.status == "review"))
        notes += listed("No feedback page was found", (m for m in own if not m.page.is_file()))
        if platform == "moodle":
            zeros = (m for m in own if m.score == 0)
            notes += listed("Some versions of Moodle pass over a 0 in a worksheet; enter it by hand", zeros)
        else:
            nameless = (m for m, number in ours if not number and m.score is not None)
            notes += listed("Handed in without a name, so the mark has no line", nameless)
    if places:
        strangers = (mark for mark in marks if not address(mark.original))
        notes += listed("Nothing goes back: the name in the download holds no number", strangers)
    return notes


def listed(what: str, marks: Iterable[Mark]) -> list[str]:
    """Return one sentence that names students, or none."""
    names = [mark.student for mark in marks]
    return [f"{what}: {', '.join(names)}."] if names else []


def worksheet(marks: Sequence[tuple[Mark, str]]) -> str:
    """Return Moodle's grading worksheet with the marks filled in, and an empty grade where there is none."""
    rows = [WORKSHEET]
    for mark, number in marks:
        name = mark.person.name or re.search(r"([^_/\\!]+)_\d+_assignsubmission", mark.original)[1]
        grade = (mark.status, points(mark.score), points(mark.max_score), "Yes", "", "")
        rows.append((f"Participant {number}", name, mark.person.email, *grade))
    return table(map(spreadsheet_safe, row) for row in rows)


def gradebook(assignment: str, marks: Sequence[tuple[Mark, str]]) -> str:
    """Return a table for Canvas's gradebook, with a line for each student who has a mark and a number."""
    most = max((mark.max_score for mark, _ in marks), default=None)
    rows = [(*GRADEBOOK, assignment), ("Points Possible", *[""] * 4, points(most))]
    for mark, number in marks:
        if number and mark.score is not None:
            ids = (mark.person.ids.get(name, "") for name in ("sis_id", "login_id"))
            rows.append((mark.person.name or mark.student, number, *ids, "", points(mark.score)))
    return table(map(spreadsheet_safe, row) for row in rows)


def points(score: float | None) -> str:
    """Return a mark in digits; nothing for none."""
    return "" if score is None else f"{score:.10g}"


def zipped(pages: dict[str, Path]) -> bytes:
    """Return a zip of files under new names; the same files give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, page in sorted(pages.items()):
            entry = zipfile.ZipInfo(name)  # of 1980: a time would differ from run to run
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, page.read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()
