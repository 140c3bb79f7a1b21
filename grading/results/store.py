"""What a run leaves behind for each hand-in, and how a later run knows that it is done."""

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from grading.intake.gather import HandIn
from grading.results import feedback, gradebook
from grading.results.clean import clean_notebook
from grading.results.report import Result, write_whole
from grading.task import OWN_WORDS, Outcome

VERSION = "2"  # a change here grades every hand-in again
NOTES_FOR_LATER = (
    "The gradebook still holds the marks of an earlier hand-in of this student; they were left as they are."
)


@dataclasses.dataclass
class Plan:
    """What a run is to do. ``report`` is called with all results so far after each hand-in."""

    course: CourseDirectory
    lab: str
    source: Path
    out: Path
    protected: bool = True
    force: bool = False
    report: Callable[[list[Result], int], None] = lambda results, total: None

    @property
    def state(self) -> Path:
        """The folder in which a run remembers what is done."""
        return self.out / ".grading" / self.lab


def sentence(text: str) -> str:
    """Return a reason or a note as a sentence."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def key(hand_in: HandIn, master: NotebookNode, plan: Plan) -> str:
    """Return what the result of a hand-in depends on, as a hash."""
    parts = (VERSION, hand_in.digest, nbformat.writes(master), str(plan.protected))
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def folder_of(plan: Plan, kind: str, student: str) -> Path:
    """Return ``autograded/STUDENT/LAB`` or ``feedback/STUDENT/LAB`` (``kind``) of a student."""
    course = plan.course
    step = course.autograded_directory if kind == "autograded" else course.feedback_directory
    return Path(course.format_path(step, student, plan.lab))


def keep(
    plan: Plan,
    hand_in: HandIn,
    outcome: Outcome,
    master: NotebookNode,
    titles: dict[str, str],
    most: float,
) -> Result:
    """Write all that came of one hand-in, its mark that it is done last."""
    executed = nbformat.reads(outcome.notebook, as_version=4)
    scored = outcome.status in ("graded", "review")
    score = sum(got for got, _ in gradebook.points(executed).values()) if scored else None
    result = Result(
        hand_in.student,
        plan.lab,
        outcome.status,
        score,
        most,
        " ".join(filter(None, (outcome.reason, *map(sentence, hand_in.notes)))),
        outcome.tests,
        titles,
        outcome.seconds,
        threads=outcome.threads,
    )
    if not scored:
        write_unmarked(plan, result)
        return result
    shown = clean_notebook(executed, master)
    folder = folder_of(plan, "autograded", hand_in.student)
    write_whole(folder / f"{plan.lab}.ipynb", nbformat.writes(shown))
    for path in hand_in.folder.rglob("*"):
        if path.is_file() and path != hand_in.notebook:
            target = folder / path.relative_to(hand_in.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    result.late_seconds = gradebook.record(
        plan.course, hand_in.student, plan.lab, executed, hand_in.timestamp, outcome.status == "review"
    )
    write_feedback(plan, hand_in.student)
    marks = gradebook.marks(plan.course, hand_in.student, plan.lab)
    state = {"key": key(hand_in, master, plan), "marks": marks, "result": dataclasses.asdict(result)}
    write_whole(state_file(plan, hand_in.student), json.dumps(state, ensure_ascii=False))
    return result


def state_file(plan: Plan, student: str) -> Path:
    """Return the file that says that a student's hand-in is done."""
    return (
        plan.state
        / "done"
        / f"{hashlib.sha256(student.encode(errors='surrogatepass')).hexdigest()[:32]}.json"
    )


def remembered(plan: Plan, hand_in: HandIn, master: NotebookNode) -> Result | None:
    """Return the result of an earlier run, if nothing it depends on has changed and all of it is there."""
    path = state_file(plan, hand_in.student)
    autograded = folder_of(plan, "autograded", hand_in.student) / f"{plan.lab}.ipynb"
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        result, same = Result(**state["result"]), state["key"] == key(hand_in, master, plan)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not same or not autograded.is_file():
        return None
    marks = gradebook.marks(plan.course, hand_in.student, plan.lab)
    if marks is None:  # the gradebook is another one
        return None
    page = folder_of(plan, "feedback", hand_in.student) / f"{plan.lab}.html"
    if marks != state.get("marks") or not page.is_file():
        write_feedback(plan, hand_in.student)  # a person has given marks or comments since
        write_whole(path, json.dumps(state | {"marks": marks}, ensure_ascii=False))
    return result


def write_feedback(plan: Plan, student: str) -> None:
    """Write the feedback page of a hand-in that has marks."""
    autograded = folder_of(plan, "autograded", student) / f"{plan.lab}.ipynb"
    page = feedback.feedback_page(autograded, student, plan.lab, plan.course.db_url)
    write_whole(folder_of(plan, "feedback", student) / f"{plan.lab}.html", page)


def student_reason(reason: str) -> str:
    """Return the part of a crash's reason that is a known sentence of ours: a hand-in may word the rest."""
    match = OWN_WORDS.match(reason)
    return match[0] if match else "Its kernel was lost, or a limit was reached."


def write_unmarked(plan: Plan, result: Result) -> None:
    """Write the feedback page of a hand-in without marks, and say so if older marks stand."""
    if gradebook.marks(plan.course, result.student, plan.lab) is not None:
        result.reason = f"{result.reason} {NOTES_FOR_LATER}"
    state_file(plan, result.student).unlink(missing_ok=True)  # an older result is no result of this
    reason = student_reason(result.reason) if result.status == "crashed" else result.reason
    page = feedback.unmarked_page(result.student, plan.lab, result.status, reason)
    write_whole(folder_of(plan, "feedback", result.student) / f"{plan.lab}.html", page)
