"""Tries many hand-ins of the gallery in one run, where no test can see two of them.

A run of a lab takes seconds, most of them in TensorFlow, and a mistake is seen by one test or two. So
mistakes in different answers are tried in one notebook. Which answers a test can see is read from the names
in the code, through every function, class and assignment on the way; two hand-ins go together only if no
test sees both. What a test then says can be put down to one hand-in, as if that were tried alone. A test that
sees none of them, only solved answers, is left out.
"""

import ast
import functools
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import nbformat

from grading.judging.split import bound, reads
from tests import hand_ins, judged
from tests.hand_ins import HandIn, Ran, grade_id, is_answer, is_test


@functools.cache
def statements(source: str) -> list[tuple[set[str], set[str]]]:
    """Return for each statement of a cell the names that it binds, and those that it needs."""
    return [(bound(one), reads(one)) for one in ast.parse(source).body]


def sees(notebook: nbformat.NotebookNode) -> dict[str, set[str]]:
    """Return ``{test cell: the answer cells it can see}``, through whatever lies between.

    A name means what the last cell that binds it made of it when the test runs.
    """
    bindings = defaultdict(dict)  # name: {cell: the names that are needed to make it}
    found = {}
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        for made, needed in statements(cell.source):
            for name in made:
                bindings[name].setdefault(number, set()).update(needed)
        if is_test(cell):
            todo, known, answers = reads(ast.parse(cell.source)), set(), set()
            while todo:
                name = todo.pop()
                known.add(name)
                for place in list(bindings[name])[-1:]:
                    if is_answer(notebook.cells[place]):
                        answers.add(grade_id(notebook.cells[place]))
                    todo |= bindings[name][place] - known
            found[grade_id(cell)] = answers
    return found


@functools.cache
def seen_of(lab: str, path: Path) -> dict[str, set[str]]:
    """Return what each test can see of the solved lab with this hand-in alone."""
    return sees(hand_ins.read_hand_in(path).notebook(lab))


def apart(lab: str, group: list[HandIn]) -> bool:
    """Return whether no test of the lab can see two of these hand-ins."""
    cells = [set(one.answers) | set(one.changes) for one in group]
    if len(set().union(*cells)) < sum(map(len, cells)):
        return False  # two of them write the same answer
    seen = [seen_of(lab, one.path) for one in group]
    tests = [set().union(*(one[test] for one in seen)) for test in seen[0]]
    return all(sum(bool(part & answers) for part in cells) <= 1 for answers in tests)


def combined(lab: str, group: list[HandIn]) -> nbformat.NotebookNode:
    """Return the solved lab with the answers of all these hand-ins."""
    notebook = hand_ins.master(lab)
    for one in group:
        one.put_into(notebook)
    return notebook


@dataclass
class Group:
    """Hand-ins that are tried together, and what every cell did, but for tests that can see none of them."""

    hand_ins: list[HandIn]
    done: dict[str, Ran]

    @property
    def loses(self) -> set[str]:
        """The tests that the hand-ins of the group say they lose, all together."""
        return set().union(*(one.loses for one in self.hand_ins))


@functools.cache
def groups(lab: str, kind: str) -> tuple[list[HandIn], ...]:
    """Part the hand-ins of one kind that are due into groups, each put into the first where it fits."""
    made: list[list[HandIn]] = []
    for path in judged.due(lab, kind):
        one = hand_ins.read_hand_in(path)
        place = next((group for group in made if apart(lab, [*group, one])), None)
        if place is None:
            made.append([one])
        else:
            place.append(one)
    return tuple(made)


@functools.cache
def tried(lab: str, kind: str, number: int) -> Group:
    """Run one group, once in a process."""
    group = groups(lab, kind)[number]
    outside = nbformat.writes(hand_ins.master(lab)) if kind == "wrong" else None
    notebook, theirs = combined(lab, group), {name for one in group for name in (*one.answers, *one.changes)}
    concerned = {test for test, answers in sees(notebook).items() if answers & theirs}
    with tempfile.TemporaryDirectory() as folder:
        done = hand_ins.run(notebook, Path(folder), demos=False, master=outside, only=concerned)
    return Group(group, done)


def group_of(lab: str, path: Path) -> Group:
    """Return the run in which a hand-in of the gallery was tried."""
    parts = enumerate(groups(lab, path.parent.name))
    return tried(lab, path.parent.name, next(n for n, part in parts if path in [one.path for one in part]))
