"""The checked cells print the same on other machines; and the check sees it when they do not."""

import functools
import os
from pathlib import Path

import nbformat
import pytest

from tests import other_machines, slicing

MACHINES = other_machines.machines()


@functools.cache
def ran(machine: str) -> dict[str, dict[str, dict]]:
    """Run the pages that are this machine's turn, all in one process."""
    return other_machines.run_checked(TURNS[machine], MACHINES[machine])


# Each notebook that is due as one other machine, in turn; `make machines` runs all, whole, as both.
DUE = other_machines.due(other_machines.NOTEBOOKS)
TURNS = {name: DUE[k :: len(MACHINES)] for k, name in enumerate(MACHINES)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("machine", "path"),
    [(name, path) for name, paths in TURNS.items() for path in paths],
    ids=lambda value: getattr(value, "stem", value),
)
def test_checked_cells_print_what_is_stored(machine, path):
    found = other_machines.differences(path, ran(machine)[path.stem])
    assert not found, "another machine prints something else\n" + "\n".join(found)


def test_what_changed_is_due_and_a_part_of_the_rest(tmp_path, monkeypatch):
    paths = []
    for name in "abcdefgh":
        (tmp_path / name).mkdir()
        paths.append(write(tmp_path / name, ("x = 1", ""), (CHECK + "print(x)", "1\n")))
        paths[-1] = paths[-1].rename(tmp_path / f"{name}.ipynb")
    monkeypatch.setattr(other_machines, "NOTEBOOKS", paths)
    monkeypatch.setattr(other_machines, "RECORD", tmp_path / "machines.json")
    other_machines.RECORD.write_text("{}")
    assert other_machines.due(paths) == paths
    for path in paths:
        other_machines.write_down(path)
    assert len(other_machines.due(paths)) == 2
    for change in (
        (("x = 2", ""), (CHECK + "print(x)", "1\n")),
        (("x = 1", ""), (CHECK + "print(x)", "2\n")),
    ):
        for k in (0, 1, 2):  # a quarter would not hold all three
            write(tmp_path, *change).rename(paths[k])
        assert {*paths[:3]} <= {*other_machines.due(paths)}


def write(folder: Path, *cells: tuple[str, str]) -> Path:
    """Write a notebook of (source, stored standard output) cells."""
    made = []
    for number, (source, stored) in enumerate(cells):
        cell = nbformat.v4.new_code_cell(source, id=f"cell-{number}", execution_count=number + 1)
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=stored)] if stored else []
        made.append(cell)
    path = folder / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=made), path)
    return path


CHECK = "# NBVAL_CHECK_OUTPUT\n"


@pytest.mark.slow
def test_a_cell_that_prints_something_else_is_named(tmp_path):
    path = write(
        tmp_path,
        ("import os\nkind = os.environ.get('KIND', 'usual')", ""),
        (CHECK + "print('a', kind)", "a usual\n"),
        (CHECK + "print('b')", "b\n"),
    )
    usual = other_machines.run_checked([path], {})["page"]
    assert other_machines.differences(path, usual) == []
    (line,) = other_machines.differences(path, other_machines.run_checked([path], {"KIND": "other"})["page"])
    assert "cell-1" in line
    assert "a other" in line


@pytest.mark.slow
def test_an_assert_that_fails_and_what_did_not_run_are_named(tmp_path):
    path = write(
        tmp_path,
        ("x = 1", ""),
        (CHECK + "print(x)\nassert x == 2, 'x is one'", "1\n"),
        (CHECK + "print('after')", "after\n"),
    )
    assert other_machines.differences(path, other_machines.run_checked([path], {})["page"]) == [
        "page, cell cell-1: AssertionError: x is one"
    ]
    assert other_machines.differences(path, {}) == [f"page, cell cell-{n}: did not run" for n in (1, 2)]


def test_warnings_and_last_values_are_compared_too():
    stream = {"output_type": "stream", "name": "stdout", "text": "a"}
    value = {"output_type": "execute_result", "data": {"text/plain": "3", "image/png": "..."}}
    assert other_machines.shown([stream, value, stream]) == {"stdout": ["aa"], "text": ["3"]}
    assert other_machines.shown([stream, stream | {"name": "stderr"}]) != other_machines.shown([stream])


@pytest.mark.slow
def test_the_machines_are_other_machines(tmp_path):
    source = (
        "import os\n\nfrom helpers import profile\n\nimport tensorflow as tf\n"
        "from numpy._core._multiarray_umath import __cpu_dispatch__ as d, __cpu_features__ as f\n\n"
    )
    source += (
        CHECK + "print(sorted(n for n in d if f[n]), tf.config.threading.get_intra_op_parallelism_threads())"
    )
    path = write(tmp_path, (source, "stored\n"))
    old, single = (other_machines.run_checked([path], machine)["page"] for machine in MACHINES.values())
    assert old["cell-0"]["shown"]["stdout"] == ["[] 0\n"], "NumPy still has instructions beyond its baseline"
    assert single["cell-0"]["error"] is None
    assert MACHINES["one thread, no oneDNN"].items() >= {"TF_ENABLE_ONEDNN_OPTS": "0"}.items()
    assert "NPY_DISABLE_CPU_FEATURES" not in os.environ, "the tests themselves run as this machine"


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("x = 1; y = 2", "x = 1"),
        ("x = 1\nx = 3", "x = 3"),
        ("x = []\nx.append(1)", "x = []\nx.append(1)"),
        ("x = [1]\nx[0] = 2", "x = [1]\nx[0] = 2"),
        ("x = [1]\nprint(len(x))", "x = [1]"),
        ("x = [1]\nfit(x)", "x = [1]\nfit(x)"),
        ("x = 0\nfor i in range(3):\n    x += i", "x = 0\nfor i in range(3):\n    x += i"),
        ("def f():\n    return g\ng = 1\nx = f()", "def f():\n    return g\ng = 1\nx = f()"),
        ("a = 1\nx = a\na = 2", "a = 1\nx = a"),
        ("a = [5]\nx = [a for a in range(3)]", "x = [a for a in range(3)]"),
        ("a = 5\nx = 0\nfor a in range(3):\n    x += a", "x = 0\nfor a in range(3):\n    x += a"),
        ("a = 5\ndef x(a):\n    b = a\n    return b", "def x(a):\n    b = a\n    return b"),
        ("def f():\n    x.append(1)\nx = []\nf()", "def f():\n    x.append(1)\nx = []\nf()"),
        ("def f(a):\n    a.append(1)\nx = []\ny = f(x)", "def f(a):\n    a.append(1)\nx = []\ny = f(x)"),
        ("def f(a):\n    return len(a)\nx = []\ny = f(x)", "x = []"),
        ("import os; y = os.name; x = 1", "import os\nx = 1"),
        ("class A: pass\nx = A()\nsetattr(x, 'y', 1)", "class A:\n    pass\nx = A()\nsetattr(x, 'y', 1)"),
        ("def f(a=range(3)):\n    pass\nf()\nx = list(range(3))", "x = list(range(3))"),
        ("profile.set_seed(1)\nx = 1", "profile.set_seed(1)\nx = 1"),
        ("exec('x = 1')\ny = 2", "exec('x = 1')\ny = 2"),
        ("%time y = 1\nx = 1", "%time y = 1\nx = 1"),
        ("from math import *\nx = pi\ny = 1", "from math import *\nx = pi\ny = 1"),
    ],
)
def test_a_checked_cell_takes_with_it_what_it_needs(tmp_path, above, kept):
    path = write(tmp_path, ("first = 1", ""), (above, ""), (CHECK + "print(x)", "1\n"), ("z = 1", ""))
    first, middle, last = (source for _, source in slicing.needed_cells(nbformat.read(path, as_version=4)))
    assert (first, middle, last) == ("first = 1", kept, CHECK + "print(x)")


def test_a_page_without_checked_cells_runs_nothing(tmp_path):
    path = write(tmp_path, ("x = 1", ""))
    assert slicing.needed_cells(nbformat.read(path, as_version=4)) == []


@pytest.mark.slow
def test_a_whole_run_names_what_differs_and_what_fails(tmp_path):
    head = "import os\nkind = os.environ.get('KIND', 'usual')"
    path = write(
        tmp_path, (head, ""), (CHECK + "print(kind)", "usual\n"), ("assert kind != 'broken', kind", "")
    )
    assert other_machines.run_whole(path, {}) == []
    (line,) = other_machines.run_whole(path, {"KIND": "other"})
    assert "cell-1" in line
    (line,) = other_machines.run_whole(path, {"KIND": "broken"})
    assert "AssertionError" in line
    assert "KIND" not in os.environ
