"""Runs hand-ins of the labs in this process, scored by nbgrader's own rule, and reads the gallery.

The gallery (``tests/gallery/LAB/wrong`` and ``valid``) holds what students might write. Each file names
answer cells of the solved lab, ``# %% name-of-the-answer-cell``, and says in ``LOSES`` which test cells must
fail. Below a name stands either a whole other answer, or what to change in the solved one, as in a diff:
lines after ``# - `` are taken out, and those after ``# + `` put in their place; an empty line parts two
changes. The lines taken out must stand in the solved answer exactly once. All else stays solved, so a
mistake is tried alone. ``# = name`` in the first line takes an answer from the lab's ``shared.py`` in place
of the solved one; below it may stand changes.
"""

import ast
import contextlib
import copy
import io
import linecache
import os
import random
import re
import sys
import traceback
import types
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import helpers  # noqa: F401 - TensorFlow starts quietly

import keras
import nbformat
import tensorflow as tf
from nbgrader import utils

from grading.judging import observer, split
from grading.judging.judge import Judge
from grading.judging.split import is_test, names, reads

ROOT = Path(__file__).parents[1]
GALLERY = Path(__file__).with_name("gallery")
LABS = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.ipynb"))


def master(lab: str) -> nbformat.NotebookNode:
    """Return the solved lab."""
    return nbformat.read(ROOT / "solutions" / lab / f"{lab}.ipynb", as_version=4)


def release(lab: str) -> nbformat.NotebookNode:
    """Return the lab as students get it."""
    return nbformat.read(ROOT / "labs" / lab / f"{lab}.ipynb", as_version=4)


def grade_id(cell: nbformat.NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_answer(cell: nbformat.NotebookNode) -> bool:
    """Return whether students write code in this cell."""
    return cell.cell_type == "code" and utils.is_solution(cell)


Change = tuple[list[str], list[str]]  # the lines taken out, and those put in their place
MARKER = re.compile(r"^\s*### (?:BEGIN|END) SOLUTION\n?", flags=re.MULTILINE)


@dataclass
class HandIn:
    """One file of the gallery: answer cells that are other ones, and changes of solved ones."""

    path: Path
    loses: set[str]
    answers: dict[str, str] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)

    def notebook(self, lab: str) -> nbformat.NotebookNode:
        """Return the solved lab with this hand-in's answers in their places."""
        notebook = master(lab)
        self.put_into(notebook)
        return notebook

    def put_into(self, notebook: nbformat.NotebookNode) -> None:
        """Put this hand-in's answers in their places in the solved lab."""
        cells = {grade_id(cell): cell for cell in filter(is_answer, notebook.cells)}
        unknown = (set(self.answers) | set(self.changes)) - set(cells)
        assert not unknown, f"{self.path}: the lab has no answer cell {sorted(unknown)}"
        for name, source in self.answers.items():
            cells[name].source = source
        for name, changes in self.changes.items():
            solved = MARKER.sub("", cells[name].source)
            cells[name].source = changed(solved, changes, f"{self.path}, {name}")


def changed(source: str, changes: list[Change], where: str) -> str:
    """Return a source with some of its lines exchanged; each change must fit in one place and no other."""
    lines = source.splitlines()
    for old, new in changes:
        places = [i for i in range(len(lines)) if lines[i : i + len(old)] == old]
        assert len(places) == 1, f"{where}: found {len(places)} times, not once:\n" + "\n".join(old)
        lines[places[0] : places[0] + len(old)] = new
    return "\n".join(lines)


def read_changes(text: str, where: str) -> list[Change] | None:
    """Return the changes that a part of a file asks for, or None if it is a whole answer."""
    if not re.search(r"^# [-+]", text, flags=re.MULTILINE):
        return None
    changes: list[Change] = []
    for block in re.split(r"\n\n+", text.strip("\n")):
        signs = "".join(line[2:3] if line[:2] == "# " else "?" for line in block.splitlines())
        assert re.fullmatch(r"-+\+*", signs), f"{where}: not lines '# - ' and then lines '# + ':\n{block}"
        rest = [line[4:] for line in block.splitlines()]
        changes.append((rest[: signs.count("-")], rest[signs.count("-") :]))
    return changes


def read_parts(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """Return what stands above the first ``# %% name`` of a file, and each name with what stands below it."""
    head, *parts = re.split(r"^# %% (\S+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return head, list(zip(parts[::2], parts[1::2], strict=True))


def read_hand_in(path: Path) -> HandIn:
    """Read one file of the gallery."""
    head, parts = read_parts(path)
    tree = ast.parse(head)
    loses = [ast.literal_eval(node.value) for node in tree.body if isinstance(node, ast.Assign)]
    hand_in = HandIn(path, set(loses[0]) if loses else set())
    for name, text in parts:
        where = f"{path}, {name}"
        assert name not in {*hand_in.answers, *hand_in.changes}, f"{path} names {name} twice"
        if taken := re.match(r"# = (\S+)\n", text):
            shared, rest = dict(read_parts(path.parents[1] / "shared.py")[1]), text[taken.end() :]
            assert taken[1] in shared, f"{where}: no {taken[1]!r} in the lab's shared.py"
            changes = read_changes(rest, where) if rest.strip() else []
            assert changes is not None, f"{where}: below '# = {taken[1]}' stand changes, or nothing"
            hand_in.answers[name] = changed(shared[taken[1]].strip(), changes, where)
            continue
        changes = read_changes(text, where)
        if changes is None:
            hand_in.answers[name] = text.strip()
        else:
            hand_in.changes[name] = changes
    assert hand_in.answers or hand_in.changes, f"{path} changes no answer cell"
    return hand_in


def gallery(lab: str, kind: str) -> list[Path]:
    """Return the files of one kind, ``"wrong"`` or ``"valid"``."""
    return sorted((GALLERY / lab / kind).glob("*.py"))


@dataclass
class Ran:
    """What one cell did."""

    cell: nbformat.NotebookNode
    stdout: str = ""
    stderr: str = ""
    error: BaseException | None = None
    raised_in: str = ""

    @property
    def score(self) -> float:
        """Points by nbgrader's rule: none after an error or any line on stderr, otherwise all."""
        outputs = []
        if self.stderr:
            outputs.append(nbformat.v4.new_output("stream", name="stderr", text=self.stderr))
        if self.error is not None:
            outputs.append(nbformat.v4.new_output("error", ename=type(self.error).__name__, evalue=""))
        cell = copy.deepcopy(self.cell)
        cell.outputs = outputs
        return utils.determine_grade(cell)[0]


def needed_names(notebook: nbformat.NotebookNode) -> set[str]:
    """Return the names that answers, tests and functions read from the rest of the notebook."""
    found: set[str] = set()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            whole = ast.parse(cell.source)
            kinds = (ast.FunctionDef, ast.ClassDef)
            graded = is_answer(cell) or is_test(cell)
            for part in [whole] if graded else [node for node in whole.body if isinstance(node, kinds)]:
                found |= reads(part) - names(part, ast.Store)
    return found


def definitions(cell: nbformat.NotebookNode, needed: set[str]) -> nbformat.NotebookNode:
    """Return a copy of a cell without the statements that only train and show something."""
    kept = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    body = [
        node
        for node in ast.parse(cell.source).body
        if isinstance(node, kept) or (isinstance(node, ast.Assign) and names(node, ast.Store) & needed)
    ]
    result = copy.deepcopy(cell)
    result.source = ast.unparse(ast.Module(body=body, type_ignores=[])) or "pass"
    return result


def run(
    notebook: nbformat.NotebookNode,
    folder: Path,
    demos: bool = True,
    master: str | None = None,
    only: set[str] | None = None,
) -> dict[str, Ran]:
    """Run the code cells in order in a fresh namespace, going on after errors, as grading does.

    With ``master``, the solved lab as JSON, tests are judged as when grading: its observers are run on inputs
    that its judge drew, and what was seen goes to the judge as bytes. Without, the test cells are run.

    Returns ``{grade_id or "cell N": what happened}``. ``folder`` is the working folder.
    ``raised_in`` is the key of the cell whose source raised the error. Without ``demos``, cells that are
    neither answers nor tests only import, define and assign, except the first: what else they do is
    train and show, and no test needs it. With ``only`` other tests than these are left out.
    """
    namespace = {"__name__": "__main__"}
    needed = set() if demos else needed_names(notebook)
    filters, before = warnings.filters[:], os.getcwd()
    keras.utils.clear_session()
    done: dict[str, Ran] = {}
    tests = split.tests(master) if master else {}
    judge = Judge(
        random.getrandbits(64), {n: [t.outside, [r[::2] + r[3:] for r in t.runs]] for n, t in tests.items()}
    )
    os.chdir(folder)
    try:
        for number, cell in enumerate(notebook.cells):
            if cell.cell_type == "code" and cell.source.strip():
                key = grade_id(cell) or f"cell {number}"
                if only is not None and is_test(cell) and key not in only:
                    continue
                if not demos and done and not (is_answer(cell) or is_test(cell)):
                    cell = definitions(cell, needed)
                if key in tests:
                    done[key] = _judge_cell(cell, tests[key], judge, namespace)
                else:
                    done[key] = _run_cell(cell, f"<{key}>", namespace)
    finally:
        os.chdir(before)
        warnings.filters[:] = filters
        tf.config.run_functions_eagerly(False)  # what a hand-in switches off would slow all later tests
        keras.config.set_dtype_policy("float32")
    return done


def _run_cell(cell: nbformat.NotebookNode, file: str, namespace: dict) -> Ran:
    ran = Ran(cell)
    linecache.cache[file] = (len(cell.source), None, cell.source.splitlines(keepends=True), file)
    stdout, stderr = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        try:
            exec(compile(cell.source, file, "exec"), namespace)
        except Exception as error:
            ran.error = error
            frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
            ran.raised_in = frames[-1].strip("<>")
    sys.stdout.flush()
    ran.stdout, ran.stderr = stdout.getvalue(), stderr.getvalue()
    return ran


def _judge_cell(cell: nbformat.NotebookNode, test: split.Test, judge: Judge, namespace: dict) -> Ran:
    observers = [observe for _, observe, _, times in test.runs for _ in range(times)]
    task = {"source": test.inside, "file": f"<{test.name}>", "theirs": test.theirs, "token": ""}
    task["runs"] = list(zip(observers, judge.draw(test.name), strict=True))
    shell = types.SimpleNamespace(user_ns=namespace, showtraceback=lambda *_: None)
    with (
        mock.patch("IPython.display.publish_display_data") as sent,
        contextlib.redirect_stdout(io.StringIO()),
    ):
        observer.observe_all(task, shell)
    verdict = judge.judge(test.name, sent.call_args.args[0][observer.MIME])
    assert not verdict["kind"], f"{test.name}: the judge says of a hand-in of the gallery {verdict}"
    return Ran(cell, error=AssertionError(verdict["hint"]) if verdict["verdict"] == "failed" else None)


def scores(notebook: nbformat.NotebookNode, folder: Path) -> dict[str, float]:
    """Return ``{test cell: points}``."""
    return {key: ran.score for key, ran in run(notebook, folder).items() if is_test(ran.cell)}
