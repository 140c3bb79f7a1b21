"""A hand-in's notebook, read with care: whatever the file holds, the result is a notebook or a reason."""

import base64
import binascii
import json
import re

import nbformat
from nbformat import NotebookNode

from grading.intake.names import shown
from grading.intake.submissions import Limits, Refused

PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
DATA = re.compile(r"data:[\w/+.-]{1,40};base64,([A-Za-z0-9+/=]*)")
# What stands before and after: ![alt](data "title"), <img src="data">, [label]: <data>
AROUND = [
    (r"!\[(?P<alt>[^\]\n]*)\]\(\s*<?$", r">?\s*(?:[\"'][^\"'\n]*[\"'])?\s*\)"),
    (r"<img\b[^<>]*?\bsrc\s*=\s*[\"']?$", r"[^<>]*>"),
    (r"(?P<label>\[[^\]\n]+\]: *)<?$", r">?"),
]


def read_notebook(raw: bytes, limits: Limits | None = None) -> NotebookNode:
    """Read a notebook of any version that nbformat knows.

    The result has the keys ``cells`` and ``metadata``, and each cell a type, source, metadata, id and
    attachments of the right types. Outputs are gone. Raise `Refused` if this is no readable notebook.
    """
    limits = limits or Limits()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:200]:
        raise Refused("utf-16")
    if not raw.strip():
        raise Refused("empty")
    try:
        found = json.loads(text := raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused("utf-8", f"{error.start:,}") from None
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or "Unterminated" in error.msg
        raise Refused("cut off" if cut else "damaged", f"{error.lineno:,} ({error.msg})") from None
    except (ValueError, RecursionError):
        raise Refused("nesting") from None
    version = found.get("nbformat") if isinstance(found, dict) else None
    if type(version) is not int or version > 4:
        raise Refused("format", shown(version)) if type(version) is int else Refused("no version")
    if version < 4:
        few_enough(without_outputs(found), limits)
        if len(text := json.dumps(found)) > 4 * limits.characters:
            raise Refused("characters", f"{len(text):,}; at most {limits.characters:,}")
        try:
            found = nbformat.reads(text, as_version=4)
        except Exception as error:
            what = f"{shown(version)} and could not be converted ({type(error).__name__})"
            raise Refused("old format", what) from None
    cells, metadata = found.get("cells"), found.get("metadata")
    if not isinstance(cells, list) or not cells:
        raise Refused("no cells")
    few_enough(len(cells), limits)
    cells = [read_cell(cell, number) for number, cell in enumerate(cells, 1)]
    if (length := sum(len(cell.source) for cell in cells)) > limits.characters:
        raise Refused("characters", f"{length:,}; at most {limits.characters:,}")
    return NotebookNode(cells=cells, metadata=metadata if isinstance(metadata, dict) else {})


def few_enough(count: int, limits: Limits) -> None:
    """Refuse a notebook with too many cells."""
    if count > limits.cells:
        raise Refused("count", f"{count:,} cells; at most {limits.cells:,}")


def without_outputs(found: dict) -> int:
    """Count the cells of a notebook of format 3 or older; drop outputs, whose conversion can take hours."""
    sheets = found.get("worksheets")
    places = [found, *(sheets if isinstance(sheets, list) else [])]
    lists = [place.get("cells") for place in places if isinstance(place, dict)]
    cells = [cell for cells in lists if isinstance(cells, list) for cell in cells]
    for cell in cells:
        if isinstance(cell, dict) and "outputs" in cell:
            cell["outputs"] = []
    return len(places) - 1 + len(cells)


def read_cell(cell: object, number: int) -> NotebookNode:
    """Return a cell's parts with the right types, Python's line ends, and pasted pictures as attachments."""
    source = cell.get("source", "") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        raise Refused("cell", cell=str(number))
    parts = (cell.get(key) for key in ("metadata", "attachments"))
    metadata, attachments = (part if isinstance(part, dict) else {} for part in parts)
    names = (cell.get("id"), metadata.get("id"))  # Colab keeps it in the metadata
    source = source.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    if cell["cell_type"] == "markdown" and "base64," in source:
        source = with_attachments(source, attachments)
    return NotebookNode(
        cell_type=str(cell["cell_type"]),
        source=source,
        metadata=metadata,
        attachments=attachments,
        id=next((name for name in names if isinstance(name, str) and name), ""),
    )


def with_attachments(source: str, attachments: dict) -> str:
    """Return a text with its pictures' data moved to attachments; what is no PNG or JPEG is left out."""
    parts, done = [], 0
    for match in DATA.finditer(source):
        before = source[max(done, match.start() - 300) : match.start()]
        after = source[match.end() : match.end() + 300]
        kind = next((kind for kind in PICTURES if is_picture(kind, match[1])), None)
        for head, tail in AROUND:
            start, end = re.search(head, before), re.match(tail, after)
            if start and end:
                break
        else:
            continue
        parts.append(source[done : match.start() - len(before) + start.start()])
        done = match.end() + end.end()
        if kind is None:
            parts.append("(a picture that is neither PNG nor JPEG was left out)")
            continue
        name = f"pasted-{len(attachments) + 1}.{kind.removeprefix('image/')}"
        attachments[name] = {kind: match[1]}
        found = start.groupdict()
        alt = f"![{found.get('alt') or 'picture'}](attachment:{name})"
        parts.append(f"{found['label']}attachment:{name}" if "label" in found else alt)
    return "".join(parts) + source[done:]


def kept_pictures(cell: NotebookNode) -> NotebookNode:
    """Return the pictures pasted into a text cell: real PNG and JPEG only."""
    found = NotebookNode()
    for name, bundle in cell.get("attachments", {}).items():
        if isinstance(bundle, dict) and isinstance(name, str):
            found[name] = {kind: data for kind, data in bundle.items() if is_picture(kind, data)}
    return NotebookNode({name: good for name, good in found.items() if good})


def is_picture(kind: object, data: object) -> bool:
    """Return whether this is base64 text of a PNG or JPEG and nothing else."""
    if kind not in PICTURES or not isinstance(data, str):
        return False
    try:
        return base64.b64decode(data.replace("\n", ""), validate=True).startswith(PICTURES[kind])
    except (binascii.Error, ValueError):
        return False
