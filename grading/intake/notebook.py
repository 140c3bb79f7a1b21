"""A hand-in's notebook, read with care: whatever the file holds, the result is a notebook or a reason."""

import base64
import binascii
import json

import nbformat
from nbformat import NotebookNode

from grading.intake.names import shown
from grading.intake.submissions import Limits

PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


class Refused(Exception):
    """A hand-in that cannot be graded; the message is the reason, for people."""


def read_notebook(raw: bytes, limits: Limits | None = None) -> NotebookNode:
    """Read a notebook of any version that nbformat knows.

    The result has the keys ``cells`` and ``metadata``, and each cell a type, source, metadata, id and
    attachments of the right types. Outputs are gone.

    Raises
    ------
    Refused
        With a reason, if this is no readable notebook.
    """
    limits = limits or Limits()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:200]:
        raise Refused(
            "the notebook is not stored as UTF-8 text (it looks like UTF-16): save it again in Jupyter"
        )
    if not raw.strip():
        raise Refused("the notebook is an empty file")
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(
            f"the notebook is not stored as UTF-8 text (byte {error.start:,}): save it again"
        ) from None
    except json.JSONDecodeError as error:
        cut = error.pos >= len(raw.decode("utf-8-sig").rstrip()) or "Unterminated" in error.msg
        what = "is cut off" if cut else "is damaged"
        raise Refused(f"the notebook {what}: no valid JSON at line {error.lineno:,} ({error.msg})") from None
    except (ValueError, RecursionError):
        raise Refused("the notebook's JSON is nested too deeply or holds numbers without end") from None
    version = found.get("nbformat") if isinstance(found, dict) else None
    if type(version) is not int:
        raise Refused("the file is not a Jupyter notebook (no nbformat version in it)")
    if version > 4:
        raise Refused(
            f"the notebook has format {shown(version)}, newer than this course's Jupyter can read:"
            " save it as 4"
        )
    if version < 4:
        if (count := old_cells(found)) > limits.cells:
            raise Refused(f"the notebook has {count:,} cells; at most {limits.cells:,} are read")
        try:
            found = nbformat.reads(raw.decode("utf-8-sig"), as_version=4)
        except Exception as error:
            raise Refused(
                f"the notebook has the old format {shown(version)} and could not be converted"
                f" ({type(error).__name__}): open and save it in Jupyter"
            ) from None
    cells = found.get("cells")
    if not isinstance(cells, list) or not cells:
        raise Refused("the file is not a Jupyter notebook, or one without cells")
    if len(cells) > limits.cells:
        raise Refused(f"the notebook has {len(cells):,} cells; at most {limits.cells:,} are read")
    metadata = found.get("metadata")
    cells = [read_cell(cell, number) for number, cell in enumerate(cells, 1)]
    if (length := sum(len(cell.source) for cell in cells)) > limits.characters:
        raise Refused(f"the cells hold {length:,} characters; at most {limits.characters:,} are read")
    return NotebookNode(
        cells=cells,
        metadata=metadata if isinstance(metadata, dict) else {},
    )


def old_cells(found: dict) -> int:
    """Return how many cells a notebook of format 3 or older has, before it is converted."""
    sheets = found.get("worksheets")
    places = [found, *(sheets if isinstance(sheets, list) else [])]
    lists = [place.get("cells") for place in places if isinstance(place, dict)]
    return len(places) - 1 + sum(len(cells) for cells in lists if isinstance(cells, list))


def read_cell(cell: object, number: int) -> NotebookNode:
    """Return the parts of a cell that count, with the right types."""
    source = cell.get("source", "") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        raise Refused(f"cell {number} of the notebook is damaged: it has no readable type or text")
    metadata, attachments = cell.get("metadata"), cell.get("attachments")
    return NotebookNode(
        cell_type=str(cell["cell_type"]),
        source=source.encode("utf-8", "replace").decode(),
        metadata=metadata if isinstance(metadata, dict) else {},
        attachments=attachments if isinstance(attachments, dict) else {},
        id=cell["id"] if isinstance(cell.get("id"), str) else "",
    )


def kept_pictures(cell: NotebookNode) -> NotebookNode:
    """Return the pictures pasted into a text cell: real PNG and JPEG only."""
    kept = NotebookNode()
    for name, bundle in cell.get("attachments", {}).items():
        if isinstance(bundle, dict) and isinstance(name, str):
            good = {kind: data for kind, data in bundle.items() if is_picture(kind, data)}
            if good:
                kept[name] = NotebookNode(good)
    return kept


def is_picture(kind: object, data: object) -> bool:
    """Return whether this is base64 text of a PNG or JPEG and nothing else."""
    if kind not in PICTURES or not isinstance(data, str):
        return False
    try:
        return base64.b64decode(data.replace("\n", ""), validate=True).startswith(PICTURES[kind])
    except (binascii.Error, ValueError):
        return False
