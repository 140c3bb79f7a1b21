"""Which cell of a hand-in is which cell of the lab."""

from bisect import bisect
from dataclasses import dataclass
from difflib import SequenceMatcher

from nbformat import NotebookNode
from nbgrader import utils

from grading.intake.given import defined


@dataclass
class Match:
    """What was found."""

    claims: list[int | None]  # for each cell of the hand-in the lab's that it is or copies; None: their own
    chosen: dict[int, int]  # lab's cell: the hand-in's that counts
    foreign: list[int]  # the hand-in's, with marks of another lab
    sure: bool  # a test or answer was found by marks, id or a test's text: it is this lab
    guessed: int = 0  # how many of the lab's were found without their marks or ids

    def take(self, ours: int, theirs: int) -> None:
        """Note what was found without marks or ids."""
        self.claims[theirs], self.chosen[ours] = ours, theirs

    def gap(self, ours: int) -> range:
        """Return the cells of the hand-in between the lab's cells before and after one that is missing."""
        there = sorted(self.chosen)
        place = bisect(there, ours)
        first = self.chosen[there[place - 1]] + 1 if place else 0
        return range(first, self.chosen[there[place]] if place < len(there) else len(self.claims))


def grade_id(cell: NotebookNode) -> str:
    """Return a cell's grade id, or an empty text."""
    marks = cell.metadata.get("nbgrader")
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    return name if isinstance(name, str) else ""


def match(theirs: list[NotebookNode], ours: list[NotebookNode]) -> Match:
    """Find the lab's cells: by grade id, cell id and text, and answers by what they define and by place."""
    by_mark = {grade_id(cell): i for i, cell in enumerate(ours) if grade_id(cell)}
    by_id = {cell.id: i for i, cell in enumerate(ours) if cell.get("id")}
    marks = [grade_id(cell) for cell in theirs]
    claims = [by_mark.get(m) if m else by_id.get(cell.id) for m, cell in zip(marks, theirs, strict=True)]
    for i, (claim, cell) in enumerate(zip(claims, theirs, strict=True)):
        if claim is not None and not grade_id(ours[claim]) and cell.cell_type != ours[claim].cell_type:
            claims[i] = None
    named = choose(claims)
    sure = any(utils.is_grade(ours[i]) or utils.is_solution(ours[i]) for i in named)
    found = Match(claims, dict(named), [i for i, m in enumerate(marks) if m and m not in by_mark], sure)
    by_text(found, theirs, ours)
    by_names(found, theirs, ours)
    for i, cell in enumerate(ours):
        if i not in found.chosen and utils.is_solution(cell) and cell.cell_type == "markdown":
            near = [j for j in free(found, theirs, "markdown") if j in found.gap(i)]
            if near:
                found.take(i, near[0])
    found.sure = found.sure and len(found.foreign) <= len(found.chosen)  # labs share some grade ids
    found.guessed = sum(i not in named and bool(grade_id(ours[i])) for i in found.chosen)
    return found


def choose(claims: list[int | None]) -> dict[int, int]:
    """Return the index that counts of each cell that is there: the last before the next, as in nbgrader."""
    places: dict[int, list[int]] = {}
    for index, claim in enumerate(claims):
        if claim is not None:
            places.setdefault(claim, []).append(index)
    chosen, end = {}, len(claims)
    for claim in sorted(places, reverse=True):
        before = [index for index in places[claim] if index < end]
        chosen[claim] = before[-1] if before else places[claim][0]
        end = min(chosen[claim], end) if before else end
    return chosen


def free(found: Match, theirs: list[NotebookNode], kind: str) -> list[int]:
    """Return the cells of one type that are not known to be anything."""
    own = [j for j, claim in enumerate(found.claims) if claim is None and j not in found.foreign]
    return [j for j in own if theirs[j].cell_type == kind]


def by_text(found: Match, theirs: list[NotebookNode], ours: list[NotebookNode]) -> None:
    """Find cells that have the text of the lab's: in the lab's order, then all but answers anywhere."""

    def said(cell: NotebookNode) -> tuple:
        return cell.cell_type, "\n".join(line.rstrip() for line in cell.source.strip().split("\n"))

    missing = [i for i in range(len(ours)) if i not in found.chosen]
    spare = {j for kind in ("code", "markdown", "raw") for j in free(found, theirs, kind)}
    if not missing or not spare:
        return
    left = [said(cell) if i in missing else ("ours", i) for i, cell in enumerate(ours)]
    counts = {j: i for i, j in found.chosen.items()}
    right = [said(c) if j in spare else ("ours", counts.get(j, f"own {j}")) for j, c in enumerate(theirs)]
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    pairs = [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]
    given = [i for i in missing if not utils.is_solution(ours[i])]
    pairs += [(i, j) for i in given for j in sorted(spare) if right[j] == left[i]]
    for i, j in pairs:
        if i in missing and i not in found.chosen and j in spare:
            found.take(i, j)
            spare.discard(j)
    tests = [i for i in missing if utils.is_grade(ours[i]) and utils.is_locked(ours[i])]
    found.sure = found.sure or any(i in found.chosen for i in tests)


def by_names(found: Match, theirs: list[NotebookNode], ours: list[NotebookNode]) -> None:
    """Find code cells that define what a missing one defines: answers anywhere, given cells in place."""
    missing = [i for i, cell in enumerate(ours) if i not in found.chosen and cell.cell_type == "code"]
    names = {j: defined(theirs[j].source) for j in free(found, theirs, "code")} if missing else {}
    for i in sorted(missing, key=lambda i: not utils.is_solution(ours[i])):
        if utils.is_grade(ours[i]) and not utils.is_solution(ours[i]):
            continue
        wanted, gap = defined(ours[i].source), found.gap(i)
        same = [j for j in names if wanted and wanted <= names[j]]
        near = [j for j in same if j in gap]
        if near or (same and utils.is_solution(ours[i])):
            found.take(i, (near or same)[-1])
            del names[found.chosen[i]]
