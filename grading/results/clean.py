"""A notebook made safe to look at: in feedback pages and in the formgrader, which renders what it gets.

Nothing a student wrote may run there, lead anywhere or fetch anything. Markdown that holds HTML, links or
pictures is rendered as nbconvert would, cleaned with nh3, and put in the cell's place on one line, which
every later rendering passes on unchanged. Of outputs, text, tracebacks, PNG and JPEG stay.
"""

import copy
import html
import re

import nbformat
import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode

from grading.intake.notebook import PICTURES, is_picture, kept_pictures
from grading.intake.rebuild import KERNEL

LONGEST = 10_000  # characters of one cell's markdown that are rendered; longer text is shown as it was typed
TOGETHER = 100_000  # characters of all cells: markdown can be written so that rendering it takes a second
CODE_LONGEST, CODE_TOGETHER = 3_000, 20_000  # the same of code in colours, where a thousand dots take hours
# What links, fetches, styles or changes the meaning of other commands, in formulas.
COMMANDS = (
    "href|url|require|cssId|class|style|data|html|bbox|mml|unicode|include|texttip|[gex]?def(?![a-z])"
    "|let(?![a-z])|(?:re)?new(?:command|env|if)|provide|declare|csname|action|[rl]lap|raise|lower|rule"
    "|[hvm]skip|[hv]space|m?kern|move|smash"
)
MACROS = re.compile(rf"\\(?={COMMANDS})", re.IGNORECASE)
ACTIVE = re.compile(rf"[<\[\]&]|://|www\.|mermaid|javascript:|{MACROS.pattern}", re.IGNORECASE)
TAGS = (
    "abbr|acronym|b|blockquote|br|code|dd|del|details|div|dl|dt|em|h1|h2|h3|h4|h5|h6|hr|i|img|kbd|li|ol|p|pre"
    "|s|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul"
)
# Each < of anything but these and comments: it is shown as typed. nh3 alone would drop it, of a script
# that is never closed with all that follows.
OTHER = re.compile(rf"<(?!/?(?:{TAGS})[\s/>]|!--)", re.IGNORECASE)
DATA_URL = re.compile(r"data:(image/png|image/jpeg);base64,([A-Za-z0-9+/=\n]*)")
TICK = re.compile(r'<input class="task-list-item-checkbox" type="checkbox" disabled( checked)?/>')
WRAPPER = "<div>"
MARKS = {"grade": bool, "solution": bool, "locked": bool, "task": bool, "points": (int, float)}
MARKS |= {"grade_id": str, "checksum": str, "cell_type": str, "schema_version": int}
WORD = re.compile(r"[A-Za-z0-9_-]{0,200}")


class QuietRenderer(IPythonRenderer):
    """nbconvert's renderer, with links as text and pictures only from the cell's own attachments."""

    def link(self, text: str, url: str, title: str | None = None) -> str:
        address = html.escape(url)
        return address if text in (url, address) else f"{text} ({address})"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith("attachment:"):
            return super().image(text, url, title)
        return f"[picture: {html.escape(text)} ({html.escape(url)})]"


def clean_notebook(notebook: NotebookNode, trusted: NotebookNode | None = None) -> NotebookNode:
    """Return a copy that is safe to render; a cell with exactly the text of a ``trusted`` one stays."""
    known = {cell.source for cell in trusted.cells if cell.cell_type != "raw"} if trusted else set()
    cells, rendered, coloured = [], 0, 0
    for number, cell in enumerate(notebook.cells):
        rendered += len(cell.get("source", "")) if cell.cell_type == "markdown" else 0
        cells.append(clean_cell(cell, known, number, LONGEST if rendered <= TOGETHER else 0))
        if cell.cell_type == "code" and cell.source not in known:
            coloured += len(cell.source) if len(cell.source) <= CODE_LONGEST else 0
            if len(cell.source) > CODE_LONGEST or coloured > CODE_TOGETHER:
                cells[-1].metadata.magics_language = "text"
    language = {"name": "python", "pygments_lexer": "ipython3"}
    metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": language})
    return NotebookNode(cells=cells, metadata=metadata, nbformat=4, nbformat_minor=5)


def clean_cell(cell: NotebookNode, known: set[str], number: int, longest: int) -> NotebookNode:
    """Return a copy of one cell; a raw cell without marks becomes text shown as typed."""
    marks = clean_marks(cell.metadata.get("nbgrader"))
    kind = cell.cell_type if cell.cell_type in ("code", "markdown", "raw") else "raw"
    name = cell.get("id") or ""
    clean = NotebookNode(cell_type=kind, metadata=NotebookNode(), source=str(cell.get("source", "")))
    good = isinstance(name, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name)
    clean.id = name if good else f"cell-{number}"
    if marks:
        clean.metadata.nbgrader = marks
    verdict = cell.metadata.get("grading")  # of the grading run; nothing of a hand-in's own gets there
    if isinstance(verdict, dict):
        kept = {key: joined(verdict.get(key)) for key in ("verdict", "hint", "outside")}
        clean.metadata.grading = NotebookNode(kept)
    if kind == "code":
        count = cell.get("execution_count")
        clean.execution_count = count if type(count) is int else None
        clean.outputs = [clean_output(output) for output in cell.get("outputs", [])]
    elif kind == "raw":
        clean.cell_type = "raw" if marks else "markdown"
        clean.source = as_typed(clean.source)
    elif clean.source not in known:
        clean.source = clean_markdown(clean.source, kept_pictures(cell), longest)
    elif cell.get("attachments"):
        clean.attachments = copy.deepcopy(kept_pictures(cell))
    return clean


def clean_marks(marks: object) -> NotebookNode | None:
    """Return nbgrader's marks of a cell with nothing in them but what its schema allows."""
    if not isinstance(marks, dict):
        return None
    good = {key: marks[key] for key, kind in MARKS.items() if isinstance(marks.get(key), kind)}
    if not all(WORD.fullmatch(value) for value in good.values() if isinstance(value, str)):
        return None
    return NotebookNode(good) if good.get("grade_id") else None


def clean_markdown(source: str, attachments: dict | None = None, longest: int = LONGEST) -> str:
    """Return markdown that renders to the same text, without scripts, links, styles or outside pictures."""
    if len(source) > longest:
        return as_typed(source)
    if not ACTIVE.search(source):
        return source
    try:
        renderer = QuietRenderer(escape=False, attachments=attachments or {}, exclude_anchor_links=True)
        page = MarkdownWithMath(renderer=renderer).render(source)
        page = TICK.sub(lambda match: "☑ " if match[1] else "☐ ", page)
        page = CLEANER.clean(OTHER.sub("&lt;", page))
    except Exception:  # a parser that gives up on what a student typed
        return as_typed(source)
    return one_line(f"{WRAPPER}{page.strip()}</div>")


def allowed(tag: str, name: str, value: str) -> str | None:
    """Return what nh3 keeps of an attribute: colours of code, and pictures that are in the page."""
    if name == "class":
        good = value == "highlight" or (tag == "span" and re.fullmatch(r"[a-z][a-z0-9]{0,2}", value))
    elif name == "src":
        match = DATA_URL.fullmatch(value)
        good = match and is_picture(match[1], match[2])
    else:
        good = name == "alt"
    return value if good else None


CLEANER = nh3.Cleaner(
    tags=set(TAGS.split("|")),
    attributes={"*": {"class"}, "img": {"src", "alt"}},
    attribute_filter=allowed,
    url_schemes={"data"},
)


def as_typed(source: str) -> str:
    """Return text as a block that shows it letter by letter."""
    return one_line(f"{WRAPPER}<pre>{html.escape(source)}</pre></div>")


def one_line(page: str) -> str:
    """Return HTML on one line, so that markdown takes all of it for HTML and changes nothing.

    Brackets become entities: nbconvert looks for links in finished HTML too, for hours if there are many.
    A character that nobody sees parts a command of a formula that is not allowed from its backslash.
    """
    page = MACROS.sub("\\\\\u2060", page).replace("[", "&#91;")
    return re.sub(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", "&#10;", page)


def clean_output(output: NotebookNode) -> NotebookNode:
    """Return an output with only text and checked pictures in it."""
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return NotebookNode(output_type=kind, name=name, text=joined(output.get("text")))
    if kind == "error":
        trace, said = output.get("traceback"), {key: joined(output.get(key)) for key in ("ename", "evalue")}
        lines = [joined(line) for line in trace] if isinstance(trace, list) else []
        return NotebookNode(output_type=kind, **said, traceback=lines)
    data = output.get("data") if isinstance(output.get("data"), dict) else {}
    kept = {mime: joined(data[mime]) for mime in PICTURES if is_picture(mime, joined(data.get(mime)))}
    if "text/plain" in data:
        kept["text/plain"] = joined(data["text/plain"])
    elif not kept:
        kept["text/plain"] = "[an output is not shown here: it is neither text nor a PNG or JPEG picture]"
    clean = NotebookNode(output_type="display_data", data=NotebookNode(kept), metadata=NotebookNode())
    if kind == "execute_result":
        count = output.get("execution_count")
        clean.output_type, clean.execution_count = kind, count if type(count) is int else None
    return clean


def joined(text: object) -> str:
    """Return text that may be stored as a list of lines; anything else is no text."""
    if isinstance(text, list) and all(isinstance(line, str) for line in text):
        return "".join(text)
    return text if isinstance(text, str) else ""
