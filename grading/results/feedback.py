"""Feedback that shows what was handed in and what it printed, and a verdict and a hint for each test.

Nothing that a kernel prints can hold a hidden test that was judged outside of it. What a test printed that
was run in process is left out, and with it all that came after it, which might repeat it.
"""

import functools
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbconvert.filters.highlight import Highlight2HTML
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, GetGrades, NbGraderPreprocessor
from traitlets.config import Config

from grading.judging.split import is_test
from grading.records import JUDGED, METADATA

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
        found = {"verdict": "passed" if score == most else "failed"}
    hint = f" Hint: {found['hint']}" if found.get("hint") else ""
    return {"passed": "Passed.", "failed": "Failed."}.get(found.get("verdict"), "Not run.") + hint


class KeepPrivate(NbGraderPreprocessor):
    """Drops every hidden test, and every output that might hold one; under each test cell stands its verdict.

    `nbgrader_config.py` puts it into nbgrader's own feedback too: it and the formgrader's are as private.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        clear, open_yet = ClearHiddenTests(enforce_metadata=False), True
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            if is_test(cell):
                open_yet = open_yet and bool(cell.metadata.get(METADATA, {}).get("outside"))
                shown = [o for o in cell.outputs if open_yet and o.get("ename") != JUDGED]
                cell.outputs = [new_output("stream", text=verdict_text(cell)), *shown]
                # what a student writes about hidden tests is no hidden test
                clear.preprocess_cell(cell, resources, 0)
            elif not open_yet:
                cell.outputs = []
            cell.execution_count = None
        return nb, resources


@functools.cache
def exporter() -> HTMLExporter:
    """Return the one maker of all pages: its templates are read once, the lab's own code is coloured once."""
    config = Config()
    config.Exporter.default_preprocessors = []
    # nbgrader's own converter knows where its feedback template and styles are.
    converter = GenerateFeedback(coursedir=CourseDirectory(), config=config)
    made = HTMLExporter(config=converter.config)
    for preprocessor in (GetGrades, KeepPrivate):
        made.register_preprocessor(preprocessor, enabled=True)
    coloured = functools.lru_cache(1000)(Highlight2HTML(pygments_lexer="ipython3", parent=made))
    made.register_filter(
        "highlight_code", lambda code, metadata: coloured(code, metadata.get("magics_language"))
    )
    return made


def feedback_page(autograded: Path, student: str, lab: str, db_url: str) -> str:
    """Return the feedback page of an executed, cleaned hand-in, with the gradebook's marks and comments."""
    names = {"student": student, "assignment": lab, "notebook": lab, "db_url": db_url}
    # HTMLExporter's own last step parses the whole page anew, a second of it, to give pictures a text.
    notebook = nbformat.read(autograded, as_version=4)
    page, _ = TemplateExporter.from_notebook_node(exporter(), notebook, {"nbgrader": names})
    page = page.replace('<img src="data:', '<img alt="a picture" src="data:')
    if HEAD not in page:
        raise RuntimeError("nbgrader's feedback template has changed: the page could not be made safe.")
    return page.replace(HEAD, HEAD + POLICY, 1)
