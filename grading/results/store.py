"""What a run leaves behind for each hand-in, and how a later run knows that it is done."""

import dataclasses
import functools
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.coursedir import CourseDirectory

from grading.intake.gather import HandIn
from grading.judging.split import is_answer
from grading.records import METADATA, Ran, Reason, Result
from grading.results import feedback, gradebook
from grading.results.clean import clean_notebook
from grading.results.report import page, reason, write_whole
from grading.words import sentence

VERSION = "3"  # a change here grades every hand-in again
HERE = Path(__file__).parents[2]


@dataclasses.dataclass
class Plan:
    """What a run is to do. ``report`` is called with all results so far after each hand-in."""

    course: CourseDirectory
    lab: str
    source: Path
    out: Path
    protected: bool = True
    force: bool = False
    seed: int | None = None
    student: str | None = None  # the only one to run, if any
    report: Callable[[list[Result], int], None] = lambda results, total: None

    @property
    def state(self) -> Path:
        """The folder in which a run remembers what is done."""
        return self.out / ".grading" / self.lab


@functools.cache
def surroundings() -> str:
    """Return a hash of what a result depends on beside hand-in and lab: helpers, limits, judging, lock."""
    found = hashlib.sha256(VERSION.encode())
    folders = ("helpers", "grading/intake", "grading/judging", "grading/sandbox")
    files = [path for folder in folders for path in sorted((HERE / folder).rglob("*.py"))]
    for path in [*files, HERE / "requirements.txt"]:
        if path.is_file():
            found.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def key(hand_in: HandIn, master: str, plan: Plan) -> str:
    """Return what the result of a hand-in depends on, as a hash; ``master`` is the solved lab as JSON."""
    parts = (surroundings(), hand_in.digest, master, str(plan.protected))
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def page_of(plan: Plan, student: str, kind: str = "feedback") -> Path:
    """Return ``feedback/STUDENT/LAB/LAB.html``, or ``autograded/STUDENT/LAB/LAB.ipynb``."""
    folder, ending = getattr(plan.course, f"{kind}_directory"), "html" if kind == "feedback" else "ipynb"
    return Path(plan.course.format_path(folder, student, plan.lab), f"{plan.lab}.{ending}")


def result_of(plan: Plan, hand_in: HandIn, most: float, ran: Ran | None, score: float | None) -> Result:
    """Return a result with all that intake knows of a hand-in; one that was not run has been rejected."""
    status, ran = ("rejected", Ran()) if ran is None else (ran.status, ran)
    notes = [sentence(note) for note in ([hand_in.reason] if status == "rejected" else hand_in.notes)]
    more = {"late": hand_in.late, "original": hand_in.original}
    return Result(hand_in.student, plan.lab, status, score, most, ran, notes, **more)


def keep(plan: Plan, hand_in: HandIn, notebook: str, ran: Ran, master: str, most: float) -> Result:
    """Write all that came of one hand-in, its mark that it is done last."""
    if ran.status == "crashed":
        return unmarked(plan, hand_in, most, ran)
    executed = nbformat.reads(notebook, as_version=4)
    score = sum(got for got, _ in gradebook.points(executed).values())
    said = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.metadata for cell in executed.cells}
    ran.hints = {name: hint for name in ran.tests if (hint := said[name].get(METADATA, {}).get("hint"))}
    result = result_of(plan, hand_in, most, ran, score)
    if empty := left_empty(executed):
        result.notes.append(f"Left empty: {', '.join(empty)}.")
    shown = clean_notebook(executed, nbformat.reads(master, as_version=4))
    autograded = page_of(plan, hand_in.student, "autograded")
    write_whole(autograded, nbformat.writes(shown))
    for path in hand_in.others():
        target = autograded.parent / path.relative_to(hand_in.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    result.late_seconds = gradebook.record(
        plan.course, hand_in.student, plan.lab, executed, hand_in.timestamp, ran.status == "review"
    )
    write_feedback(plan, hand_in.student)
    marks = gradebook.marks(plan.course, hand_in.student, plan.lab)
    state = {"key": key(hand_in, master, plan), "marks": marks, "result": dataclasses.asdict(result)}
    write_whole(state_file(plan, hand_in.student), json.dumps(state, ensure_ascii=False))
    return result


def left_empty(executed: NotebookNode) -> list[str]:
    """Return the names of the answers for a person in which nothing was written; nbgrader gives them 0."""
    asked = (cell for cell in executed.cells if utils.is_grade(cell) and is_answer(cell))
    return [cell.metadata.nbgrader.grade_id for cell in asked if utils.determine_grade(cell)[0] == 0]


def state_file(plan: Plan, student: str) -> Path:
    """Return the file that says that a student's hand-in is done."""
    name = hashlib.sha256(student.encode(errors="surrogatepass")).hexdigest()[:32]
    return plan.state / "done" / f"{name}.json"


def remembered(plan: Plan, hand_in: HandIn, master: str) -> Result | None:
    """Return the result of an earlier run if nothing it depends on has changed; None if it is to be run."""
    if plan.force if plan.student is None else plan.student == hand_in.student:
        return None
    path = state_file(plan, hand_in.student)
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        result = Result(**state["result"])
        result.ran = Ran(**result.ran)
        result.ran.reasons = [Reason(**reason) for reason in result.ran.reasons]
        same = state["key"] == key(hand_in, master, plan)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not same or not page_of(plan, hand_in.student, "autograded").is_file():
        return None
    marks = gradebook.marks(plan.course, hand_in.student, plan.lab)
    if marks is None:  # the gradebook is another one
        return None
    result.late_seconds = gradebook.penalise(plan.course, hand_in.student, plan.lab)
    if marks != state.get("marks") or not page_of(plan, hand_in.student).is_file():
        write_feedback(plan, hand_in.student)  # a person has given marks or comments since
        write_whole(path, json.dumps(state | {"marks": marks}, ensure_ascii=False))
    return result


def write_feedback(plan: Plan, student: str) -> None:
    """Write the feedback page of a hand-in that has marks."""
    source = page_of(plan, student, "autograded")
    write_whole(page_of(plan, student), feedback.feedback_page(source, student, plan.lab, plan.course.db_url))


def unmarked(plan: Plan, hand_in: HandIn, most: float, ran: Ran | None = None) -> Result:
    """Return the result of a hand-in without marks, noting if older ones stand, and write its page."""
    result = result_of(plan, hand_in, most, ran, None)
    made = page("unmarked.html", reason=reason(result), **vars(result))
    if gradebook.marks(plan.course, result.student, plan.lab) is not None:
        result.ran.reasons.append(Reason("older marks"))
    state_file(plan, result.student).unlink(missing_ok=True)  # an older result is no result of this
    write_whole(page_of(plan, result.student), made)
    return result
