"""Has the hand-in replaced what its tests stand on? Asked inside the kernel, compared outside of it.

At the kernel's start, before any cell of the hand-in, a fingerprint is taken of what runs and checks the
tests: IPython's and ipykernel's own functions, built-in functions, and every function that the tests call
by a module's name (``checks.compare``, ``np.abs``). It is taken again at every test, and a witness sees
what is done meanwhile (`grading.judging.witness`). What a test computes is kept out of the sight of answers.
"""

import ast
import builtins
import inspect
import json
import re
import symtable
from collections.abc import Iterable

from nbformat import NotebookNode
from nbgrader import utils

from grading.judging.mustfail import DEFINITIONS, Scope
from grading.judging.witness import fingerprint, witness

_FINGERPRINT, _WITNESS = inspect.getsource(fingerprint), inspect.getsource(witness)


def aliases(master: NotebookNode) -> dict[str, str]:
    """Return ``{name: module}`` for the modules that the lab's given cells import."""
    found = {}
    for cell in master.cells:
        if cell.cell_type == "code" and not utils.is_solution(cell):
            for node in _walk(cell.source):
                if isinstance(node, ast.Import):
                    for name in node.names:
                        top = name.name.split(".")[0]
                        found[name.asname or top] = name.name if name.asname else top
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found |= {n.asname or n.name: f"{node.module}.{n.name}" for n in node.names}
    return found


def _walk(source: str) -> Iterable[ast.AST]:
    try:
        return ast.walk(ast.parse(source))
    except SyntaxError:
        return ()


def chains(master: NotebookNode) -> tuple[list[str], list[str], list[str]]:
    """Return what to look at: modules to import at the start, ``module|name|name`` for what the tests
    call, and the names of modules and of built-in functions that the tests use."""
    named = aliases(master)
    called, names = set(), set()
    for cell in master.cells:
        if cell.cell_type == "code" and utils.is_grade(cell):
            names |= used_names(cell.source) & (set(named) | set(dir(builtins)))
            for node in _walk(cell.source):
                attributes = []
                while isinstance(node, ast.Attribute):
                    attributes.insert(0, node.attr)
                    node = node.value
                if attributes and isinstance(node, ast.Name) and node.id in named:
                    called.add("|".join([named[node.id], *attributes]))
    return sorted({chain.split("|")[0] for chain in called}), sorted(called), sorted(names)


def used_names(source: str) -> set[str]:
    """Return the names that a cell reads."""
    return {
        node.id for node in _walk(source) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def _steps(body: list[ast.stmt]) -> Iterable[tuple[set[str], set[str]]]:
    """Give the names that are read, then those that are set, in the order in which statements run."""
    for node in body:
        if isinstance(node, DEFINITIONS):
            continue
        inner, parts = [], [node]
        for _, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], (ast.stmt, ast.ExceptHandler)):
                inner += [s for one in value for s in (one.body if hasattr(one, "type") else [one])]
        if inner:
            heads = ast.expr, ast.withitem
            parts = [child for child in ast.iter_child_nodes(node) if isinstance(child, heads)]
        names = [n for part in parts for n in ast.walk(part) if isinstance(n, ast.Name)]
        yield tuple({n.id for n in names if isinstance(n.ctx, ast.Store) is kind} for kind in (False, True))
        yield from _steps(inner)


def _taken(cell: NotebookNode) -> set[str]:
    """Return the names that a cell shares with others: a test, those that it reads before it sets them."""
    source = cell.source
    try:
        top = symtable.symtable(source, "cell", "exec")
    except SyntaxError:
        return set()
    shared, known, tables = set(), set(), list(top.get_children())
    for read, made in _steps(ast.parse(source).body):
        shared |= read - known
        known |= made
    if not utils.is_grade(cell):
        shared |= set(top.get_identifiers())
    for table in tables:
        tables += table.get_children()
        shared |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()} - known
    return shared


def scope(cell: NotebookNode, master: NotebookNode, witness: str) -> Scope | None:
    """Return what a test's variants may hide from answers, or None if they must run as the cell stands.

    A variable is hidden if no function or class in the test reads it and no other cell uses it.
    """
    try:
        body, top = ast.parse(cell.source).body, symtable.symtable(cell.source, "cell", "exec")
    except SyntaxError:
        return None
    used, handled = used_names(cell.source), [node for node in body if not isinstance(node, DEFINITIONS)]
    bare = (ast.Await, ast.AsyncFor, ast.AsyncWith, ast.Yield, ast.YieldFrom, ast.Return)
    stars = any(isinstance(n, ast.ImportFrom) and n.names[0].name == "*" for n in _walk(cell.source))
    whole = used & {"locals", "globals", "vars", "eval", "exec", "dir"}
    if whole or stars or any(isinstance(n, bare) for part in handled for n in ast.walk(part)):
        return None
    made = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()}
    definitions = [node for part in body for node in ast.walk(part) if isinstance(node, DEFINITIONS)]
    deep = {node.name for node in definitions}
    deep |= {n.id for node in definitions for n in ast.walk(node) if isinstance(n, ast.Name)}
    imported = {s.get_name() for s in top.get_symbols() if s.is_imported()}
    first, shared = set(), set()
    for read, stored in _steps(body):
        shared |= (read - first) & made
        first |= stored
    others = [other for other in master.cells if other.cell_type == "code" and other.source != cell.source]
    hidden = made - deep - imported - shared - set().union(*map(_taken, others))
    lab = set(aliases(master)) | set(dir(builtins))
    pinned = (used & lab) - made - deep - {"super", "__name__"}
    return Scope(witness, frozenset(made - hidden), frozenset(pinned), frozenset(used - lab - made))


def question(modules: list[str], called: list[str], names: list[str], name: str) -> tuple[str, str]:
    """Return code to run in the kernel, and the expression that then holds the fingerprint."""
    source = _FINGERPRINT
    arguments = f"{modules!r}, {called!r}, {names!r}, {name!r}"
    return f"exec({source!r}, _probe := {{}}); _probe = _probe['fingerprint']({arguments})", "_probe"


def install(master: NotebookNode, name: str) -> str:
    """Return code that puts `grading.judging.witness.witness` among the built-ins of the kernel."""
    _, called, names = chains(master)
    quiet = [chain for chain in called if re.match("(helpers|math|numpy|random)[.|]", chain)]
    classes = {n.name for cell in master.cells for n in _walk(cell.source) if isinstance(n, ast.ClassDef)}
    source, arguments = _WITNESS, f"{name!r}, {names!r}, {quiet!r}, {sorted(classes)!r}"
    return f"exec({source!r}, _probe := {{}}); _probe['witness']({arguments}); del _probe"


def changed(
    before: str, now: str, source: str, marks: tuple[int, int] | None = None
) -> tuple[list[str], list[str]]:
    """Return what a test stands on and has been replaced, and what the witness saw, for an instructor.

    ``before`` and ``now`` are fingerprints, ``source`` is the test, ``marks`` are the numbers that the
    witness was given at its begin and end. A name may have been given to anything that Python or a module
    of the lab holds anyway (``from numpy import *``), and to values.
    """
    try:
        first, second, used = json.loads(before), json.loads(now), used_names(source)
        known, report = {0, *first.pop("known")}, second["witness"]
        del first["witness"]
        odd = []
        for what, value in first.items():
            kind, _, name = what.partition("|")
            if kind == "name":
                if name in used and not {second[what], report[3].get(name, 0)} <= known:
                    odd.append(name)
            elif second.get(what) != value:
                odd.append(what.replace("|", "."))
        odd += [what for what in second if what not in first and what.rpartition(".")[2] in dir(builtins)]
        if marks is None:
            return odd, []
        return odd, report[2] if tuple(report[:2]) == marks else ["kept the test from running whole"]
    except (ValueError, TypeError, AttributeError, KeyError, IndexError):
        return ["the check itself"], []
