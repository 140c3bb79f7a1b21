"""nbgrader's gradebook: the one place where marks are kept, written by the coordinating process alone."""

import datetime
import functools
import tempfile
import warnings
from pathlib import Path

import nbformat
from alembic.script import ScriptDirectory
from nbformat import NotebookNode
from nbgrader import api, dbutil, utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from sqlalchemy import URL, text
from sqlalchemy.exc import SAWarning
from traitlets.config.loader import PyFileConfigLoader

from grading.judging.split import is_test

SETTINGS = "nbgrader_config.py"
# nbgrader 0.9.6 adds objects to SQLAlchemy's session late, which is harmless; it is told at every hand-in.
warnings.filterwarnings("ignore", message="Object of type .* not in session", category=SAWarning)
# For a new gradebook nbgrader starts the program `alembic`, which takes seconds to say the same.
api.get_alembic_version = lambda: ScriptDirectory(dbutil.ALEMBIC_DIR).get_current_head()
# An engine knows the statements that it has compiled before, and a gradebook is opened five times a hand-in.
api.create_engine = functools.cache(api.create_engine)


class CourseError(RuntimeError):
    """Something is missing in the course folder; the message says what to do."""


def open_course(root: Path, out: Path | None = None) -> CourseDirectory:
    """Return nbgrader's view of a folder that holds ``nbgrader_config.py``; raise CourseError without one.

    ``out``, if it is not None, is where autograded/, feedback/ and an SQLite gradebook of its own go.
    """
    if not (root / SETTINGS).is_file():
        what = f"it has no {SETTINGS}. Run this in the course's folder."
        raise CourseError(f"{root} is no course folder: {what}")
    config = PyFileConfigLoader(SETTINGS, path=str(root)).load_config()
    config.CourseDirectory.root = str(root)
    if out is not None:
        config.CourseDirectory.autograded_directory = str(out / "autograded")
        config.CourseDirectory.feedback_directory = str(out / "feedback")
    if out is not None or "db_url" not in config.CourseDirectory:  # written so that % and ? in it do no harm
        database = URL.create("sqlite", database=str((out or root) / "gradebook.db"))
        config.CourseDirectory.db_url = str(database)
    return CourseDirectory(config=config)


def read_master(course: CourseDirectory, lab: str) -> NotebookNode:
    """Return the solved lab, with hidden tests; raise CourseError if there is none."""
    source = Path(course.format_path(course.source_directory, ".", lab))
    path = source / f"{lab}.ipynb"
    if not path.is_file():
        labs = sorted(p.stem for p in source.parent.glob("*/*.ipynb"))
        raise CourseError(f"There is no lab {lab!r} in {source.parent}. The labs are: {', '.join(labs)}.")
    return nbformat.read(path, as_version=4)


def register(course: CourseDirectory, lab: str) -> NotebookNode:
    """Enter the lab in the gradebook; return the release, written nowhere else; or raise CourseError."""
    master = read_master(course, lab)
    with Gradebook(course.db_url, course.course_id) as gradebook:  # says what is wrong more clearly
        gradebook.db.execute(text("select count(*) from student"))
    with tempfile.TemporaryDirectory() as folder:
        # nbgrader takes a course's path for a pattern; in a folder of ours that does no harm.
        (Path(folder) / "source" / lab).mkdir(parents=True)
        nbformat.write(master, Path(folder) / "source" / lab / f"{lab}.ipynb")
        release = CourseDirectory(config=course.config)
        release.root, release.source_directory, release.release_directory = folder, "source", "release"
        release.db_url = course.db_url
        release.assignment_id = lab
        answer = utils.capture_log(GenerateAssignment(coursedir=release, config=course.config))
        if not answer["success"]:
            why = "\n".join(answer.get(part) or "" for part in ("log", "error"))
            raise CourseError(f"nbgrader could not enter {lab} in the gradebook:\n{why.strip()}")
        made = Path(release.format_path(release.release_directory, ".", lab)) / f"{lab}.ipynb"
        return nbformat.read(made, as_version=4)


def record(
    course: CourseDirectory,
    student: str,
    lab: str,
    executed: NotebookNode,
    timestamp: datetime.datetime | None,
    needs_a_look: bool = False,
) -> float:
    """Write one executed hand-in's points into the gradebook; return how many seconds late it was.

    Marks and comments of a person stay. ``needs_a_look`` marks every automatic score for manual grading.
    """
    saver = SaveAutoGrades(config=course.config)
    with Gradebook(course.db_url, course.course_id) as gradebook:
        gradebook.update_or_create_student(student)
        more = {} if timestamp is None else {"timestamp": timestamp}
        notebook = gradebook.update_or_create_submission(lab, student, **more).notebooks[0]
        saver.gradebook, saver.student_id = gradebook, student
        saver.notebook_id = saver.assignment_id = lab
        commit, gradebook.db.commit = gradebook.db.commit, gradebook.db.flush  # all at once, not cell by cell
        for cell in executed.cells:
            saver.preprocess_cell(cell, {}, 0)
        for grade in notebook.grades if needs_a_look else ():
            grade.needs_manual_grade = True
        commit()
    return penalise(course, student, lab)


def penalise(course: CourseDirectory, student: str, lab: str) -> float:
    """Assign the penalty for lateness by the due date as it is now; return how many seconds late it was."""
    names = {"student": student, "assignment": lab, "notebook": lab, "db_url": course.db_url}
    AssignLatePenalties(config=course.config).preprocess(NotebookNode(cells=[]), {"nbgrader": names})
    with Gradebook(course.db_url, course.course_id) as gradebook:
        submission = gradebook.find_submission(lab, student)
        return submission.total_seconds_late if submission.timestamp is not None else 0.0


def totals(course: CourseDirectory, lab: str) -> dict[str, tuple[float, float, bool]]:
    """Return ``{student: (points less penalty, most points, whether a person's marks are missing)}``."""
    with Gradebook(course.db_url, course.course_id) as gradebook:
        try:
            found = gradebook.find_assignment(lab).submissions
        except MissingEntry:
            return {}
        left = {one: max(0.0, one.score - (one.late_submission_penalty or 0.0)) for one in found}
        return {one.student.id: (left[one], one.max_score, bool(one.needs_manual_grade)) for one in found}


def marks(course: CourseDirectory, student: str, lab: str) -> list[list] | None:
    """Return all that the gradebook holds of a hand-in, marks and comments; None if it holds nothing."""
    with Gradebook(course.db_url, course.course_id) as gradebook:
        try:
            notebook = gradebook.find_submission_notebook(lab, lab, student)
        except MissingEntry:
            return None
        given = [[g.name, g.auto_score, g.manual_score, g.extra_credit] for g in notebook.grades]
        said = [[c.name, c.auto_comment, c.manual_comment] for c in notebook.comments]
        return sorted(given) + sorted(said)


def points(executed: NotebookNode) -> dict[str, tuple[float, float]]:
    """Return ``{test cell: (points, most points)}`` of the automatic tests, by nbgrader's rule."""
    tests = filter(is_test, executed.cells)
    return {cell.metadata.nbgrader.grade_id: utils.determine_grade(cell) for cell in tests}
