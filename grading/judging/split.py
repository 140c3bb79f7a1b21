"""The test cells of a master, parted: what observes goes to the hand-in, what draws and judges stays outside.

A test cell is judged outside if, beside imports, functions, classes and assignments, it holds nothing but
lines ``checks.run(draw, observe, judge)``. Only what ``observe`` reaches by name travels then: no judge, no
expected value, no hint. Any other test cell is run as it stands, beside the answers.
"""

import ast
import contextlib
import functools
import symtable
from collections.abc import Iterator
from dataclasses import dataclass

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

MADE = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
PLAIN = ast.Import | ast.ImportFrom | MADE | ast.Assign | ast.AnnAssign


@dataclass(frozen=True)
class Test:
    """One test cell that is judged outside."""

    name: str  # its grade id
    runs: tuple[tuple[str, str, str, int], ...]  # (draw, observe, judge, times) of each ``checks.run``
    outside: str  # source of what draws and judges
    inside: str  # source of what observes
    theirs: tuple[str, ...]  # names of the student's that ``inside`` needs


# nbgrader.utils has the like; importing nbgrader takes each worker more than a second.
def is_answer(cell: NotebookNode) -> bool:
    """Return whether a cell is the student's to write."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_test(cell: NotebookNode) -> bool:
    """Return whether a cell gives automatic points."""
    graded = cell.metadata.get("nbgrader", {}).get("grade")
    return cell.cell_type == "code" and bool(graded) and not is_answer(cell)


def title(cell: NotebookNode) -> str:
    """Return the first comment line of a test cell."""
    return cell.source.splitlines()[0].lstrip("# ") if cell.source else ""


@functools.lru_cache(maxsize=8)
def tests(master: str) -> dict[str, Test]:
    """Return ``{grade id: test}`` of the test cells, judged outside, of a master (JSON).

    Raise ValueError if something that draws or judges needs a name that an answer cell gives.
    """
    cells = [cell for cell in nbformat.reads(master, as_version=4).cells if cell.cell_type == "code"]
    found = {}
    for place, cell in enumerate(cells):
        if is_test(cell) and (runs := _runs(cell.source)):
            above = [(_statements(other.source), is_answer(other)) for other in cells[:place]]
            above.append((_statements(cell.source), False))
            name = cell.metadata.nbgrader.grade_id
            inside, theirs = _slice(above, {run[1] for run in runs})
            outside, wrong = _slice(above, {name for run in runs for name in (run[0], run[2])})
            if wrong:
                needed = ", ".join(sorted(wrong))
                raise ValueError(f"{name}: what draws or judges needs the student's {needed}")
            found[name] = Test(name, runs, outside, inside, tuple(sorted(theirs)))
    return found


def _runs(source: str) -> tuple[tuple[str, str, str, int], ...]:
    """Return the runs of a test cell; none if it does anything else."""
    runs = []
    for node in _statements(source):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            call, more = node.value, {part.arg: part.value for part in node.value.keywords}
            named = [argument.id for argument in call.args if isinstance(argument, ast.Name)]
            times = getattr(more.pop("times", ast.Constant(1)), "value", None)
            form = ast.unparse(call.func), len(named), len(call.args), type(times), more
            if form != ("checks.run", 3, 3, int, {}):
                return ()
            runs.append((*named, times))
        elif not isinstance(node, PLAIN):
            return ()
    return tuple(runs)


@functools.lru_cache(maxsize=1000)
def _statements(source: str) -> list[ast.stmt]:
    for form in (str, TransformerManager().transform_cell):  # as it stands, else without magics
        with contextlib.suppress(SyntaxError):
            return ast.parse(form(source)).body
    return []


def names(node: ast.AST, context: type) -> set[str]:
    """Return the names that a piece of code stores or loads, at any depth."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, context)}


def bound(statement: ast.stmt) -> set[str]:
    """Return the names that a statement gives a value to, at the top of a cell."""
    if isinstance(statement, MADE):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).split(".")[0] for alias in statement.names}
    parts = [part for part in ast.iter_child_nodes(statement) if isinstance(part, ast.stmt)]
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", statement)]
    return set().union(*(names(target, ast.Store) for target in targets), *map(bound, parts))


def reads(node: ast.AST) -> set[str]:
    """Return the names of its module that a piece of code reads, inside its functions and classes too."""

    def read(table: symtable.SymbolTable) -> Iterator[str]:
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (top or symbol.is_global()):
                yield symbol.get_name()
        for child in table.get_children():
            yield from read(child)

    return set(read(symtable.symtable(ast.unparse(node), "<cell>", "exec")))


def _slice(cells: list[tuple[list[ast.stmt], bool]], wanted: set[str]) -> tuple[str, set[str]]:
    """Return the source of what some names stand for, and the names in it that answer cells give."""
    last = {name: n for n, (body, _) in enumerate(cells) for one in body for name in bound(one)}
    todo, known, taken, theirs = set(wanted), set(), set(), set()
    while todo:
        name = todo.pop()
        known.add(name)
        if name not in last:
            continue  # Python's own, or nobody's
        body, answer = cells[last[name]]
        if answer:
            theirs.add(name)
            continue
        for place, one in enumerate(body):
            if name in bound(one) and isinstance(one, PLAIN):
                taken.add((last[name], place))
                todo |= reads(one) - known
    return "\n\n".join(ast.unparse(cells[n][0][place]) for n, place in sorted(taken)), theirs
