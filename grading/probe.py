"""Has the hand-in replaced what its tests stand on? Asked inside the kernel, compared outside of it.

At the kernel's start, before any cell of the hand-in, a fingerprint is taken of what runs and checks the
tests: IPython's and ipykernel's own functions, built-in functions, and every function that the tests call
by a module's name (``checks.compare``, ``np.abs``). It is taken again at every test.
"""

import ast
import builtins
import inspect
import json
from collections.abc import Iterable

from nbformat import NotebookNode
from nbgrader import utils


def fingerprint(
    modules, chains, names
):  # pragma: no cover, runs inside the kernel, which has no grading package
    """Return ``{what: its identity}``, JSON; everything it needs it imports itself."""
    import builtins
    import importlib
    import json
    import sys
    import types

    def code_of(thing):
        code = getattr(getattr(thing, "__func__", thing), "__code__", None)
        return (
            None if code is None else (hash(code.co_code), repr(code.co_names), repr(code.co_consts)[:2000])
        )

    def mark(thing):
        return repr((id(getattr(thing, "__func__", thing)), code_of(thing)))

    found = {}
    shell = sys.modules["IPython"].get_ipython()
    kernel = shell.kernel
    for owner, parts in (
        (
            shell,
            "run_cell run_cell_async _run_cell run_code run_ast_nodes transform_cell compile showtraceback",
        ),
        (shell, "_showtraceback showsyntaxerror user_expressions _user_obj_error should_run_async"),
        (shell.compile, "ast_parse cache __call__"),
        (kernel, "do_execute execute_request shell_handlers send_response dispatch_shell finish_metadata"),
        (kernel.session, "send serialize sign msg"),
        (kernel.iopub_socket, "send send_multipart"),
        (sys, "excepthook displayhook settrace gettrace setprofile getprofile"),
    ):
        for name in parts.split():
            thing = getattr(owner, name, None)
            # Bound methods are made anew at each access: the function behind them counts.
            found[f"{type(owner).__name__}.{name}"] = mark(thing) if callable(thing) else type(thing).__name__
    for name in dir(builtins):
        if name != "_" and callable(getattr(builtins, name)):
            found[f"builtins.{name}"] = mark(getattr(builtins, name))
    for name in ("ast_transformers", "input_transformers_post", "input_transformers_cleanup"):
        found[name] = repr([getattr(t, "__qualname__", type(t).__name__) for t in getattr(shell, name)])
    manager = shell.input_transformer_manager
    for name in ("cleanup_transforms", "line_transforms", "token_transformers"):
        found[f"input.{name}"] = repr(
            [getattr(t, "__qualname__", type(t).__name__) for t in getattr(manager, name)]
        )
    hooks = [hook for hooks in shell.events.callbacks.values() for hook in hooks]
    own = [getattr(hook, "__module__", "") for hook in hooks]
    found["events"] = repr([name for name in own if name == "__main__" or not name])
    found["trace"] = repr((sys.gettrace() is None, sys.getprofile() is None))
    for module in modules:
        importlib.import_module(module)
    public = [builtins, *map(sys.modules.get, ("math", *modules, *{m.split(".")[0] for m in modules}))]
    known = {id(value) for value in sys.modules.values()}
    known |= {id(value) for owner in public if owner for value in vars(owner).values()}
    found["known"] = sorted(known)
    for name in names:
        thing = shell.user_ns.get(name)
        acts = callable(thing) or isinstance(thing, types.ModuleType)
        found[f"name|{name}"] = id(thing) if acts else 0
    for chain in chains:
        module, *parts = chain.split("|")
        thing = sys.modules.get(module)
        for name in parts:
            thing = getattr(thing, name, None)
        found[chain] = mark(thing)
    return json.dumps(found)


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


def question(modules: list[str], called: list[str], names: list[str]) -> tuple[str, str]:
    """Return code to run in the kernel, and the expression that then holds the fingerprint."""
    source = inspect.getsource(fingerprint)
    arguments = f"{modules!r}, {called!r}, {names!r}"
    return f"exec({source!r}, _probe := {{}}); _probe = _probe['fingerprint']({arguments})", "_probe"


def changed(before: str, now: str, source: str) -> list[str]:
    """Return what a test stands on and has been replaced, in words for an instructor.

    ``before`` and ``now`` are fingerprints, ``source`` is the test. A name may have been given to
    anything that Python or a module of the lab holds anyway (``from numpy import *``), and to values.
    """
    try:
        first, second, used = json.loads(before), json.loads(now), used_names(source)
        known = {0, *first.pop("known")}
        odd = []
        for what, value in first.items():
            kind, _, name = what.partition("|")
            if kind == "name":
                if name in used and second[what] not in known:
                    odd.append(name)
            elif second.get(what) != value:
                odd.append(what.replace("|", "."))
        return odd
    except (ValueError, TypeError, AttributeError, KeyError):
        return ["the check itself"]
