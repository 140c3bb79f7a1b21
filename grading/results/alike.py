"""A page of hand-ins that are alike, for the instructor to look at: no verdict, and no mark depends on it.

An answer becomes signs: words of Python, names after a dot, numbers and operators stay; every other name
becomes one and the same sign, every text another; comments, docstrings, commas and the layout are left out.
Two hand-ins share each run of `RUN` signs that is in both. What stands in the lab's or the course's own text
counts for nobody, nor does what more than a fifth of the class has. The idea is that of Schleimer, Wilkerson
and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003). The library copydetect
0.5.0 took 68 s for 300 hand-ins, where this takes two; its report loads scripts and does not escape names.
"""

import keyword
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby

from nbformat import NotebookNode
from nbgrader import utils

from grading.results.feedback import POLICY
from grading.results.report import page

RUN = 12  # signs, about a line of code
FEWEST = 24  # runs that a pair must share to be shown
MOST_PAIRS = 30
LONGEST = 30_000  # characters of one answer that are looked at
# Faulty code has to be read too, so that this is no tokenizer of Python: what is never closed ends somewhere.
TOKEN = re.compile(
    r"(?P<skip>#[^\n]*|[rbfuRBFU]{0,2}(?:'''[\s\S]*?(?:'''|\Z)|\"\"\"[\s\S]*?(?:\"\"\"|\Z))|,)"
    r"|(?P<text>[rbfuRBFU]{0,2}(?:'(?:\\[\s\S]|[^'\\\n])*'?|\"(?:\\[\s\S]|[^\"\\\n])*\"?))"
    r"|(?P<name>[^\W\d]\w*)|(?P<other>\d[\w.]*|[^\w\s])"
)


@dataclass(frozen=True)
class Pair:
    """Two hand-ins: ``shared`` runs are in both, ``only`` of them in no other; each has ``own`` ones."""

    left: str
    right: str
    shared: int
    only: int
    left_own: int
    right_own: int

    @property
    def share(self) -> float:
        """What part of the smaller hand-in's own code is in the other too, from 0 to 1."""
        return self.shared / min(self.left_own, self.right_own)


def answers(notebook: NotebookNode) -> dict[str, str]:
    """Return ``{name of the answer cell: code}`` of a hand-in."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code" and utils.is_solution(cell))
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in cells}


def runs(code: str) -> list[tuple[int, int, int]]:
    """Return ``(hash, start, end)`` of each run of signs, in the code's characters."""
    signs, spans = [], []
    for match in TOKEN.finditer(code[:LONGEST]):
        kind, sign = match.lastgroup, match[0]
        if kind == "skip":
            continue
        own = kind == "name" and signs[-1:] != ["."] and not keyword.iskeyword(sign)
        signs.append(kind if own or kind == "text" else sign)
        spans.append(match.span())
    last = len(signs) - RUN + 1
    return [(hash(tuple(signs[i : i + RUN])), spans[i][0], spans[i + RUN - 1][1]) for i in range(last)]


def common(count: int) -> int:
    """Return how many of a class may have a run before it is common; a few friends are no class."""
    return max(4, count // 5)


def own_runs(hand_ins: Mapping[str, Mapping[str, str]], known: Iterable[str]) -> dict[str, set[int]]:
    """Return the runs of each hand-in that are neither in known text nor common in the class."""
    given, own = {run for text in known for run, _, _ in runs(text)}, {}
    for who, cells in hand_ins.items():
        own[who] = {run for code in cells.values() for run, _, _ in runs(code)}
    counts = Counter(run for found in own.values() for run in found - given)
    few = {run for run, count in counts.items() if count <= common(len(own))}
    return {who: found & few for who, found in own.items()}


def alike(own: Mapping[str, set[int]]) -> list[Pair]:
    """Return the pairs to look at, first those that share most, a run weighing one over its other owners."""
    students_with: dict[int, list[str]] = {}
    for student in sorted(own):
        for run in own[student]:
            students_with.setdefault(run, []).append(student)
    shared, only, weight = Counter(), Counter(), Counter()
    for students in students_with.values():
        for pair in combinations(students, 2):
            shared[pair] += 1
            only[pair] += len(students) == 2
            weight[pair] += 1 / (len(students) - 1)
    enough = (pair for pair in shared if shared[pair] >= FEWEST)
    return [
        Pair(left, right, shared[left, right], only[left, right], len(own[left]), len(own[right]))
        for left, right in sorted(enough, key=lambda pair: (-weight[pair], pair))[:MOST_PAIRS]
    ]


def marked(code: str, shared: set[int]) -> list[tuple[str, bool]]:
    """Return a text in pieces, each with whether it is in a shared run."""
    inside = bytearray(len(code))
    for run, start, end in runs(code):
        if run in shared:
            inside[start:end] = b"\1" * (end - start)
    for match in TOKEN.finditer(code):  # a docstring within a run was not compared
        if match["skip"] and match["skip"] != ",":
            inside[match.start() : match.end()] = bytes(len(match["skip"]))
    pairs = groupby(zip(code, inside, strict=True), key=lambda pair: bool(pair[1]))
    return [("".join(sign for sign, _ in same), both) for both, same in pairs]


def alike_page(lab: str, hand_ins: Mapping[str, Mapping[str, str]], known: Iterable[str]) -> str:
    """Return the HTML page for hand-ins as `answers` gives them; code stands on it as text alone."""
    own, shown = own_runs(hand_ins, known), []
    for pair in alike(own):
        shared, cells = own[pair.left] & own[pair.right], []
        for name in dict.fromkeys([*hand_ins[pair.left], *hand_ins[pair.right]]):
            sides = [marked(hand_ins[student].get(name, ""), shared) for student in (pair.left, pair.right)]
            if any(both for side in sides for _, both in side):
                cells.append((name, sides))
        shown.append((pair, cells))
    facts = {"count": len(hand_ins), "run": RUN, "fewest": FEWEST, "most": common(len(hand_ins))}
    return page("alike.html", lab=lab, policy=POLICY, shown=shown, **facts)
