"""Finds what some cells of a notebook need from the cells above, so that they run alone.

A name is followed to the statements that bind it or may change what it stands for. A second name for
one object is not followed: a statement that changes the object by that name alone is left out, and a
checked cell then differs from its stored output, which is seen.
"""

import ast
import builtins
from collections.abc import Callable, Iterator

import nbformat

CHECKED = "NBVAL_CHECK_OUTPUT"
UNSAFE = {"exec", "eval", "globals", "locals", "vars", "get_ipython"}
CHANGERS = {"setattr", "delattr"}
PURE = ({*dir(builtins)} - UNSAFE - CHANGERS - {"next"}) | {"np", "math", "plotting"}
IMPORTS = (ast.Import, ast.ImportFrom)
PLAIN = (*IMPORTS, ast.Assign, ast.FunctionDef, ast.ClassDef)  # always give their names new values
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
OWN = (*SCOPES, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def is_checked(cell: nbformat.NotebookNode) -> bool:
    """Return whether nbval compares this cell's output with the stored one."""
    return cell.cell_type == "code" and CHECKED in cell.source


def loads(node: ast.AST) -> set[str]:
    """Return the names read anywhere in the node, also inside functions."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


def _outside(node: ast.AST, stop: tuple) -> Iterator[ast.AST]:
    """Walk without entering nodes of the ``stop`` types below the first."""
    yield node
    if not isinstance(node, stop):
        for child in ast.iter_child_nodes(node):
            yield from _outside(child, stop)


def stores(node: ast.AST) -> set[str]:
    """Return the names that get a value anywhere in the node."""
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def binds(statement: ast.stmt) -> set[str]:
    """Return the names of the page that a statement gives a value."""
    found = set()
    for node in _outside(statement, OWN):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, IMPORTS):
            found |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
    return found


def _root(node: ast.AST) -> str | None:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def free(node: ast.AST) -> set[str]:
    """Return the names that a node reads from around it: not its parameters, loop variables or own names."""
    if isinstance(node, ast.Name):
        return {node.id} if isinstance(node.ctx, ast.Load) else set()
    inner, own = set(), set()
    for field in ("body", "orelse", "finalbody"):
        part = getattr(node, field, None)
        inner |= live(part) if isinstance(part, list) else set()
    for name, value in ast.iter_fields(node):
        if name in ("body", "orelse", "finalbody") and isinstance(value, list):
            continue
        for child in value if isinstance(value, list) else [value]:
            inner |= free(child) if isinstance(child, ast.AST) else set()
    if isinstance(node, ast.AugAssign):
        inner |= {_root(node.target)} - {None}
    elif isinstance(node, (ast.FunctionDef, ast.Lambda)):
        own = {a.arg for a in ast.walk(node.args) if isinstance(a, ast.arg)} | stores(node)
    elif isinstance(node, (ast.For, ast.comprehension)):
        own = stores(node.target)
    elif isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
        own = set().union(*(stores(generator.target) for generator in node.generators))
    elif isinstance(node, ast.With):
        own = set().union(*(stores(item) for item in node.items))
    return inner - own


def live(body: list[ast.stmt]) -> set[str]:
    """Return the names that statements in order read from above them."""
    needed: set[str] = set()
    for statement in reversed(body):
        needed -= binds(statement) if isinstance(statement, PLAIN) else set()
        needed |= free(statement)
    return needed


def _runs_for_its_effect(statement: ast.stmt) -> bool:
    """Return whether a statement is a call whose result nobody keeps, and no print."""
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and _root(statement.value.func) not in PURE
    )


def may_change(statement: ast.stmt, changers: set[str]) -> tuple[set[str], set[str]]:
    """Return the names whose objects a statement may change: by itself, and through what it calls.

    By itself it changes what it assigns into and what it calls (a layer, or the owner of a method). A call
    for its effect alone may change its arguments too, and what the called function reads; so may one of
    the ``changers``, the page's functions that change their arguments.
    """
    direct, through = set(), set()
    inner = [n for n in _outside(statement, SCOPES) if isinstance(n, ast.stmt)]
    for part in inner:
        if _runs_for_its_effect(part):
            through |= free(part)
    for node in _outside(statement, SCOPES):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            direct.add(_root(node))
        elif isinstance(node, ast.AugAssign):
            direct.add(_root(node.target))
        elif isinstance(node, ast.Call):
            direct.add(_root(node.func))
            if _root(node.func) in changers:
                direct |= free(node)
    return direct - PURE - {None}, through


def _changers(trees: list[ast.Module]) -> set[str]:
    """Return the page's functions that may change what they are given, by themselves or through another."""
    functions = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    found = set(CHANGERS)
    while True:
        more = set()
        for function in functions:
            given = {a.arg for a in ast.walk(function.args) if isinstance(a, ast.arg)}
            changed = [name for s in function.body for names in may_change(s, found) for name in names]
            more |= {function.name} if given & set(changed) else set()
        if more <= found:
            return found
        found |= more


def _sets_a_seed(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and "seed" in call.func.attr


def _deferred(trees: list[ast.Module]) -> dict[str, set[str]]:
    """Return what each function and class of the page reads when it is called."""
    found: dict[str, set[str]] = {}
    for statement in (s for tree in trees for s in ast.walk(tree)):
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            found.setdefault(statement.name, set()).update(free(statement))
        elif isinstance(statement, ast.Assign) and any(
            isinstance(n, ast.Lambda) for n in ast.walk(statement)
        ):
            for name in binds(statement):
                found.setdefault(name, set()).update(free(statement))
    return found


def _is_safe(tree: ast.Module) -> bool:
    star = any(isinstance(n, ast.ImportFrom) and n.names[0].name == "*" for n in ast.walk(tree))
    says_global = any(isinstance(n, ast.Global) for n in ast.walk(tree))
    return not (star or says_global or loads(tree) & UNSAFE)


def needed_cells(
    notebook: nbformat.NotebookNode, wanted: Callable[[nbformat.NotebookNode], bool] = is_checked
) -> list[tuple[nbformat.NotebookNode, str]]:
    """Return what must run so that the wanted cells can: code cells with the source to run, in order.

    Imports, the first cell and calls that set a seed always run, wanted cells as a whole. Where names
    cannot be followed (magics, ``exec``, ``global``, star imports), everything above the last wanted
    cell runs.
    """
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    last = [number for number, cell in enumerate(cells) if wanted(cell)][-1:]
    cells = cells[: last[0] + 1] if last else []
    try:
        trees = [ast.parse(cell.source) for cell in cells]
    except SyntaxError:  # a magic
        return [(cell, cell.source) for cell in cells]
    if not all(map(_is_safe, trees)):
        return [(cell, cell.source) for cell in cells]
    deferred, changers, needed, kept = _deferred(trees), _changers(trees), set(), []
    fixed = set(deferred).union(  # no call changes what these names stand for
        dir(builtins),
        *(binds(n) for tree in trees for n in ast.walk(tree) if isinstance(n, IMPORTS)),
    )

    def closure(names: set[str]) -> set[str]:
        new, known = set(names), set()
        while new:
            known |= new
            new = set().union(*(deferred.get(name, set()) for name in new)) - known
        return known

    for number in reversed(range(len(cells))):
        if wanted(cells[number]) or number == 0:
            for statement in reversed(trees[number].body):
                needed -= binds(statement) if isinstance(statement, PLAIN) else set()
                needed |= closure(free(statement))
            kept.append((cells[number], cells[number].source))
            continue
        body = []
        for statement in reversed(trees[number].body):
            always, bound = isinstance(statement, IMPORTS) or _sets_a_seed(statement), binds(statement)
            direct, through = may_change(statement, changers)
            changed = (direct | closure(through)) - fixed
            if always or (bound | changed) & needed:
                body.insert(0, statement)
                if isinstance(statement, PLAIN):
                    needed -= bound
                needed |= closure(free(statement))
        if body:
            kept.append((cells[number], ast.unparse(ast.Module(body=body, type_ignores=[]))))
    return kept[::-1]
