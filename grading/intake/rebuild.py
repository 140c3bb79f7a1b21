"""A hand-in rebuilt from the lab's release and the student's own words.

The release decides which cells there are, their order, points, tags and tests, and what its given cells
import and define; the student what stands in the answer cells and in the cells they added. All else that was
deleted, altered, moved or doubled is mended, and noted.
"""

import copy
import re
from collections import defaultdict

import nbformat
from nbformat import NotebookNode
from nbgrader import utils

from grading.intake.given import chunks, defined, with_given
from grading.intake.match import Match, grade_id, match
from grading.intake.names import shown
from grading.intake.notebook import kept_pictures
from grading.intake.select import listed
from grading.intake.submissions import Refused

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LOST_CODE = 'raise NotImplementedError("this answer cell was missing from the hand-in")'
LOST_TEXT = "*This answer cell was missing from the hand-in.*"
ELSEWHERE = "# {} stands in another cell of this hand-in"
GUARDED = ("grade", "solution", "locked", "task", "points")


def rebuild(handed_in: NotebookNode, release: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """Return a copy of the release with the student's answers and extra cells, and what was mended.

    The student's own cells stay after the same neighbour. A missing answer is put back as the release's stub,
    but never over what the student wrote elsewhere, and only if its checksum shows that it is the release's:
    a solved lab given by mistake gives no points away. Raise `Refused` if it is not known to be this lab.
    """
    theirs, ours, notes = handed_in.cells, release.cells, []
    found = match(theirs, ours)
    for j in found.foreign:
        notes.append(f"cell {shown(grade_id(theirs[j]))} is not of this lab: kept without points")
    if not found.sure:
        answers = not found.foreign and any(utils.is_solution(ours[i]) for i in found.chosen)
        raise Refused("marks lost" if answers else "another lab")
    if found.guessed:
        notes.append(f"cells found by text and place, since their marks were lost: {found.guessed}")
    order = [found.chosen[i] for i in sorted(found.chosen)]
    if order != sorted(order):
        notes.append("cells of the lab were moved: they are back in the lab's order")
    groups = own_cells(found, theirs, ours, notes)
    written: set[str] = set()  # names that the student's code defines, if some of the lab's is missing
    if any(i not in found.chosen for i, cell in enumerate(ours) if cell.cell_type == "code"):
        locked = {j for i, j in found.chosen.items() if utils.is_locked(ours[i])}
        own = [cell for j, cell in enumerate(theirs) if j not in locked and cell.cell_type == "code"]
        written = {name for cell in own for name in defined(cell.source)}
    rebuilt = list(groups[None])
    place = 0  # behind the lab's last cell, before the student's own
    for i, anchor in enumerate(ours):
        if i in found.chosen:
            rebuilt += there(anchor, theirs[found.chosen[i]], notes)
            place = len(rebuilt)
            rebuilt += groups[i]
        elif (cell := lost(anchor, written)) is not None:
            notes.append(f"{called(anchor)} was missing and was put back")
            if not utils.is_solution(anchor):
                place = len(rebuilt)
            rebuilt.insert(place, cell)
            place += 1
    note_tags(found, theirs, ours, notes)
    spec = handed_in.metadata.get("kernelspec")
    name = spec.get("name") if isinstance(spec, dict) else None
    if name not in (None, KERNEL["name"]):
        notes.append(f"the notebook asked for the kernel {shown(name)}: it is run with {KERNEL['name']}")
    language = copy.deepcopy(release.metadata.get("language_info", {"name": "python"}))
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL, "language_info": language})
    notebook.cells = rebuilt
    unique_ids(notebook, {cell.id for cell in ours if cell.get("id")})
    nbformat.validate(notebook)
    return notebook, notes


def called(cell: NotebookNode) -> str:
    """Return what a cell of the release is, and its grade id or cell id."""
    kinds = {"task": utils.is_task, "answer": utils.is_solution, "test": utils.is_grade, "given": bool}
    kind = next(kind for kind, is_that in kinds.items() if is_that(cell))
    return f"{kind} cell {grade_id(cell) or cell.get('id', '')}"


def own_cells(found: Match, theirs: list, ours: list, notes: list[str]) -> dict[int | None, list]:
    """Return the student's own cells, by the lab's cell that they stand behind."""
    groups: dict[int | None, list[NotebookNode]] = defaultdict(list)
    current = None
    for j, (cell, claim) in enumerate(zip(theirs, found.claims, strict=True)):
        if j in found.chosen.values():
            current = claim
            continue
        if claim is not None and grade_id(ours[claim]):
            what = f"{called(ours[claim])} was there more than once"
            if not utils.is_solution(ours[claim]) and cell.source == ours[claim].source:
                notes.append(f"{what}: the copy is left out")
                continue
            notes.append(f"{what}: a copy has no points")
        groups[current].append(own_cell(cell, cell.id if claim is None else ""))
    return groups


def there(anchor: NotebookNode, cell: NotebookNode, notes: list[str]) -> list[NotebookNode]:
    """Return a cell of the lab that is there; a given one may have lines of the student's own behind it."""
    if grade_id(anchor):
        return [mended(anchor, cell, notes)]
    if anchor.cell_type != "code" or cell.source.rstrip() == anchor.source.rstrip():
        return [own_cell(cell, anchor.get("id", ""))]
    parts, restored = with_given(cell.source, anchor.source)
    if restored:
        notes.append(f"{called(anchor)} had been changed: what it lacked was put back")
    if not all(is_given for _, is_given in parts):
        notes.append(f"own lines in {called(anchor)} were moved to cells of their own")
    made, name = [], anchor.get("id", "")
    for text, is_given in parts:
        made.append(own_cell(NotebookNode(cell_type="code", source=text), name if is_given else ""))
        name = "" if is_given else name
    return made


def mended(anchor: NotebookNode, cell: NotebookNode, notes: list[str]) -> NotebookNode:
    """Return a cell of the release, with the student's text if it is theirs to write."""
    if cell.cell_type != anchor.cell_type:
        notes.append(f"the type of {called(anchor)} was changed and was restored")
    marks = cell.metadata.get("nbgrader")
    marks = marks if isinstance(marks, dict) else {}
    for key in GUARDED:
        if key in marks and marks[key] != anchor.metadata.nbgrader.get(key, marks[key]):
            notes.append(f"'{key}' of {called(anchor)} was changed and was restored")
    if not utils.is_locked(anchor):
        return fresh(copy.deepcopy(anchor), cell)
    if cell.source.rstrip() != anchor.source.rstrip():
        notes.append(f"{called(anchor)} had been changed and was restored")
    return fresh(copy.deepcopy(anchor))


def own_cell(cell: NotebookNode, name: str) -> NotebookNode:
    """Return a cell with nothing but its type, text and pictures, and a cell id."""
    return fresh(NotebookNode(cell_type=cell.cell_type, id=name, metadata=NotebookNode()), cell)


def fresh(cell: NotebookNode, words: NotebookNode | None = None) -> NotebookNode:
    """Return the cell as if it had never been run, with another's text and pictures if one is given."""
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    if words is not None:
        cell.source = words.source
        if cell.cell_type == "markdown" and (pictures := kept_pictures(words)):
            cell.attachments = pictures
    return cell


def lost(anchor: NotebookNode, written: set[str]) -> NotebookNode | None:
    """Return a cell to put back, an answer as a stub less what stands elsewhere; None if no test needs it."""
    result = fresh(copy.deepcopy(anchor))
    parts = (chunks(anchor.source) or []) if anchor.cell_type == "code" else []
    names = [name for part in parts for name in part.names]
    elsewhere = [name for name in names if name in written]
    if not grade_id(anchor):
        needed = any(part.imports for part in parts) or len(elsewhere) < len(names)
        return own_cell(result, anchor.get("id", "")) if needed else None
    if utils.is_locked(anchor):
        return result
    if anchor.metadata.nbgrader.get("checksum") != utils.compute_checksum(anchor):
        result.source = LOST_CODE if anchor.cell_type == "code" else LOST_TEXT
    if elsewhere:
        kept = [part.text for part in parts if not part.names & written]
        alone = len(elsewhere) == len(names)
        result.source = ELSEWHERE.format(", ".join(elsewhere)) if alone else "\n\n\n".join(kept)
    return result


def note_tags(found: Match, theirs: list[NotebookNode], ours: list[NotebookNode], notes: list[str]) -> None:
    """Note the tags that are not the release's: some keep a cell from being run, or let it fail."""
    tags: set[str] = set()
    for cell, claim in zip(theirs, found.claims, strict=True):
        there = cell.metadata.get("tags")
        own = ours[claim].metadata.get("tags", []) if claim is not None else []
        tags |= {str(tag) for tag in there if tag not in own} if isinstance(there, list) else set()
    if tags:
        notes.append(f"cell tags were removed: {listed([shown(tag, 30) for tag in sorted(tags)])}")


def unique_ids(notebook: NotebookNode, ours: set[str]) -> None:
    """Give a new cell id where one is missing, malformed or taken; the lab's own cells keep theirs."""
    seen: set[str] = set()
    for number, cell in sorted(enumerate(notebook.cells), key=lambda pair: not grade_id(pair[1])):
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", cell.get("id") or "") or cell.id in seen:
            cell.id = f"cell-{number}"
            while cell.id in seen | ours:
                cell.id += "-"
        seen.add(cell.id)
