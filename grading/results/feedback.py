"""Feedback that shows what was handed in and what it printed, and a verdict and a hint for each test.

Tests are judged outside of the kernel that runs a hand-in, so nothing that this kernel prints can hold a
hidden test, and hints come from the judge. What a test printed that was run in process is left out, and with
it all that came after it, which might repeat it.
"""

from pathlib import Path

import jinja2
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, GetGrades, NbGraderPreprocessor
from traitlets.config import Config

METADATA = "grading"  # cell.metadata.grading: {"verdict": "passed", "hint": "", "outside": "yes"}
JUDGED = "Failed"  # name of the error by which nbgrader counts a judge's verdict
# The page may show its own styles and pictures inside it; it may run and load nothing.
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; img-src data:; font-src data:\">"
)
HEAD = "<head>"


def verdict_text(cell: NotebookNode) -> str:
    """Return the sentence under a test cell of an executed notebook."""
    found = cell.metadata.get(METADATA)
    if not isinstance(found, dict):  # graded by nbgrader alone, which keeps no hints
        score, most = utils.determine_grade(cell)
        return "Passed." if score == most else "Failed."
    hint = f" Hint: {found['hint']}" if found.get("hint") else ""
    return {"passed": "Passed.", "failed": "Failed."}.get(found.get("verdict"), "Not run.") + hint


class KeepPrivate(NbGraderPreprocessor):
    """Drops every hidden test, and every output that might hold one; under each test cell stands its verdict.

    `nbgrader_config.py` puts it into nbgrader's own feedback too, so that
    ``nbgrader generate_feedback`` and the formgrader's button are as private as ``make grade``.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        clear, open_yet = ClearHiddenTests(enforce_metadata=False), True
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            is_test = utils.is_grade(cell) and not utils.is_solution(cell)
            if is_test:
                open_yet = open_yet and bool(cell.metadata.get(METADATA, {}).get("outside"))
                shown = [o for o in cell.outputs if open_yet and o.get("ename") != JUDGED]
                cell.outputs = [new_output("stream", text=verdict_text(cell)), *shown]
                # what a student writes about hidden tests is no hidden test
                clear.preprocess_cell(cell, resources, 0)
            elif not open_yet:
                cell.outputs = []
            cell.execution_count = None
        return nb, resources


def feedback_page(autograded: Path, student: str, lab: str, db_url: str) -> str:
    """Return the feedback page of one hand-in as HTML, with the gradebook's marks and comments.

    Parameters
    ----------
    autograded
        The executed notebook, cleaned of everything that a browser would run.
    student, lab
        Names in the gradebook.
    db_url
        nbgrader's address of the gradebook.
    """
    config = Config()
    config.Exporter.default_preprocessors = []
    # nbgrader's own converter knows where its feedback template and styles are.
    converter = GenerateFeedback(coursedir=CourseDirectory(), config=config)
    exporter = HTMLExporter(config=converter.config)
    for preprocessor in (GetGrades, KeepPrivate):
        exporter.register_preprocessor(preprocessor, enabled=True)
    resources = {"nbgrader": {"student": student, "assignment": lab, "notebook": lab, "db_url": db_url}}
    page, _ = exporter.from_filename(str(autograded), resources=resources)
    if HEAD not in page:
        raise RuntimeError("nbgrader's feedback template has changed: the page could not be made safe.")
    return page.replace(HEAD, HEAD + POLICY, 1)


def unmarked_page(student: str, lab: str, status: str, reason: str) -> str:
    """Return the page of a hand-in that has no marks; it says why."""
    loader = jinja2.FileSystemLoader(Path(__file__).with_name("templates"))
    page = jinja2.Environment(loader=loader, autoescape=True).get_template("unmarked.html")
    return page.render(student=student, lab=lab, status=status, reason=reason)
