"""A hand-in rebuilt from the lab's release and the student's own words.

The release decides which cells there are, their order, points, tags and tests. The student decides what
stands in the answer cells and in the cells he added. So a deleted, altered, moved or doubled test cell,
changed points and flags, and tags that change how a cell is run are all mended, and noted.
"""

import copy
import re

import nbformat
from nbformat import NotebookNode
from nbgrader import utils

from grading.intake.names import shown
from grading.intake.notebook import Refused, kept_pictures

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LOST_CODE = 'raise NotImplementedError("this answer cell was missing from the hand-in")'
LOST_TEXT = "*This answer cell was missing from the hand-in.*"
GUARDED = ("grade", "solution", "locked", "task", "points")


def rebuild(handed_in: NotebookNode, release: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """Return a copy of the release with the student's answers and extra cells, and what was mended.

    Cells are matched by grade id, or by Jupyter's cell id where the grade id is lost. Cells that the release
    does not mark for nbgrader are the student's to change: they stay as he left them, after the same
    neighbour. Of a cell that is there twice the last counts that stands before the next cell of the lab, as
    in nbgrader; the others stay as cells without points.

    Parameters
    ----------
    handed_in : NotebookNode
        From `read_notebook`.
    release : NotebookNode
        The lab as students got it. Where an answer cell has to be put back, its text is used only if its
        checksum shows that it is the release's, so a solved lab given by mistake gives no points away.

    Raises
    ------
    Refused
        If no cell of the lab is in the notebook.
    """
    notes: list[str] = []
    anchors = {grade_id(cell): cell for cell in release.cells if grade_id(cell)}
    by_cell_id = {cell.id: name for name, cell in anchors.items() if cell.get("id")}
    theirs, names = handed_in.cells, []
    for cell in theirs:
        name = grade_id(cell)
        names.append(name if name in anchors else by_cell_id.get(cell.id) if not name else None)
        if name and name not in anchors:
            notes.append(f"cell {shown(name)} is not of this lab: kept without points")
    chosen = choose(names, list(anchors))
    if not any(kind_of(anchors[name]) != "given cell" for name in chosen):
        raise Refused("the notebook is not of this lab: no answer or test cell of the lab is in it")
    if list(chosen) != [name for name in anchors if name in chosen]:
        notes.append("cells of the lab were moved: they are back in the lab's order")
    groups: dict[str | None, list[NotebookNode]] = {None: []}
    current, used = None, set(chosen.values())
    for index, (cell, name) in enumerate(zip(theirs, names, strict=True)):
        if index in used:
            current = name
            groups[current] = []
        elif name and not utils.is_solution(anchors[name]) and cell.source == anchors[name].source:
            notes.append(f"{kind_of(anchors[name])} {name} was there more than once: the copy is left out")
        else:
            if name:
                notes.append(
                    f"{kind_of(anchors[name])} {name} was there more than once: a copy has no points"
                )
            groups[current].append(extra_cell(cell))
    rebuilt = list(groups[None])
    for name, anchor in anchors.items():
        if name in chosen:
            rebuilt += [mended(anchor, theirs[chosen[name]], notes), *groups[name]]
        else:
            notes.append(f"{kind_of(anchor)} {name} was missing and was put back")
            rebuilt.insert(place_for(anchor, rebuilt, release), lost(anchor))
    note_tags(theirs, names, anchors, notes)
    note_kernel(handed_in.metadata, notes)
    notebook = nbformat.v4.new_notebook()
    notebook.cells = rebuilt
    language = release.metadata.get("language_info", {"name": "python"})
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(KERNEL), language_info=copy.deepcopy(language))
    unique_ids(notebook)
    nbformat.validate(notebook)
    return notebook, notes


def grade_id(cell: NotebookNode) -> str:
    """Return a cell's grade id, or an empty text."""
    marks = cell.metadata.get("nbgrader")
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    return name if isinstance(name, str) else ""


def kind_of(cell: NotebookNode) -> str:
    """Return what a cell of the release is, in words."""
    if utils.is_task(cell):
        return "task cell"
    if utils.is_solution(cell):
        return "answer cell"
    return "test cell" if utils.is_grade(cell) else "given cell"


def choose(names: list[str | None], order: list[str]) -> dict[str, int]:
    """Return for each cell of the lab that is there the index that counts, in the student's order."""
    places: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        if name:
            places.setdefault(name, []).append(index)
    chosen, end = {}, len(names)
    for name in reversed([name for name in order if name in places]):
        before = [index for index in places[name] if index < end]
        chosen[name] = before[-1] if before else places[name][0]
        end = min(chosen[name], end) if before else end
    return dict(sorted(chosen.items(), key=lambda pair: pair[1]))


def mended(anchor: NotebookNode, cell: NotebookNode, notes: list[str]) -> NotebookNode:
    """Return a cell of the release, with the student's text if it is his to write."""
    result, name, kind = copy.deepcopy(anchor), grade_id(anchor), kind_of(anchor)
    if cell.cell_type != anchor.cell_type:
        notes.append(f"the type of {kind} {name} was changed and was restored")
    marks = cell.metadata.get("nbgrader")
    for key in GUARDED:
        if (
            isinstance(marks, dict)
            and key in marks
            and marks[key] != anchor.metadata.nbgrader.get(key, marks[key])
        ):
            notes.append(f"'{key}' of {kind} {name} was changed and was restored")
    if not utils.is_locked(anchor):
        result.source = cell.source
        if anchor.cell_type == "markdown" and (pictures := kept_pictures(cell)):
            result.attachments = pictures
    elif cell.source.rstrip() != anchor.source.rstrip():
        notes.append(f"{kind} {name} had been changed and was restored")
    return fresh(result)


def extra_cell(cell: NotebookNode) -> NotebookNode:
    """Return a cell of the student's own, with nothing but its type, text, cell id and pictures."""
    result = NotebookNode(cell_type=cell.cell_type, id=cell.id, metadata=NotebookNode(), source=cell.source)
    if cell.cell_type == "markdown" and (pictures := kept_pictures(cell)):
        result.attachments = pictures
    return fresh(result)


def fresh(cell: NotebookNode) -> NotebookNode:
    """Return the cell as if it had never been run."""
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell


def lost(anchor: NotebookNode) -> NotebookNode:
    """Return a cell to put back; of an answer cell, the release's stub and never a solution."""
    result = fresh(copy.deepcopy(anchor))
    if not utils.is_locked(anchor) and anchor.metadata.nbgrader.get("checksum") != utils.compute_checksum(
        anchor
    ):
        result.source = LOST_CODE if anchor.cell_type == "code" else LOST_TEXT
    return result


def place_for(anchor: NotebookNode, rebuilt: list[NotebookNode], release: NotebookNode) -> int:
    """Return where a lost cell goes: at the end so far, but before what follows it in the release."""
    later = release.cells[next(i for i, cell in enumerate(release.cells) if cell is anchor) + 1 :]
    texts = {(cell.cell_type, cell.source) for cell in later if not grade_id(cell)}
    place = len(rebuilt)
    while place and not grade_id(rebuilt[place - 1]):
        place -= 1
    for index in range(place, len(rebuilt)):
        if (rebuilt[index].cell_type, rebuilt[index].source) in texts:
            return index
    return len(rebuilt)


def note_tags(theirs: list, names: list, anchors: dict, notes: list[str]) -> None:
    """Note the tags that are not the release's: some keep a cell from being run, or let it fail."""
    tags: set[str] = set()
    for cell, name in zip(theirs, names, strict=True):
        found = cell.metadata.get("tags")
        own = anchors[name].metadata.get("tags", []) if name else []
        tags |= {str(tag) for tag in found if tag not in own} if isinstance(found, list) else set()
    if tags:
        listed = ", ".join(shown(tag, 30) for tag in sorted(tags)[:5])
        notes.append(f"cell tags were removed: {listed}{', ...' if len(tags) > 5 else ''}")


def note_kernel(metadata: dict, notes: list[str]) -> None:
    """Note a kernel that is not the course's."""
    spec = metadata.get("kernelspec")
    name = spec.get("name") if isinstance(spec, dict) else None
    if name is not None and name != KERNEL["name"]:
        notes.append(f"the notebook asked for the kernel {shown(name)}: it is run with {KERNEL['name']}")


def unique_ids(notebook: NotebookNode) -> None:
    """Give a new cell id where one is missing, malformed or taken; the lab's own cells keep theirs."""
    seen: set[str] = set()
    for number, cell in sorted(enumerate(notebook.cells), key=lambda pair: not grade_id(pair[1])):
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell.get("id") or "") or cell.id in seen:
            cell.id = f"cell-{number}"
            while cell.id in seen:
                cell.id += "-"
        seen.add(cell.id)
