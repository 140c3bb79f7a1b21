"""Nothing of ten lines or more stands twice: not in two notebooks, and not in two test files."""

import ast
import difflib
import itertools
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbgrader import utils

ROOT = Path(__file__).parents[1]
LEAST = 10
ALIKE = 0.7  # twice the lines that two definitions share, by the lines that both have
PAGES = sorted([*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "solutions").glob("*/*.ipynb")])
# The gallery and the attacks hold what students write, each for itself.
TESTS = sorted(
    path for path in (ROOT / "tests").rglob("*.py") if not {"gallery", "attacks"} & set(path.parts)
)


def sources(path: Path) -> list[str]:
    """Return the code of a file, or of each code cell of a notebook, without lines that are no Python.

    The answers of a lab are left out: what a page has shown, a student writes again.
    """
    if path.suffix == ".py":
        return [path.read_text(encoding="utf-8")]
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    given = [cell.source for cell in cells if not utils.is_solution(cell)]
    return ["\n".join(x for x in source.splitlines() if x[:1] not in ("%", "!")) for source in given]


def definitions(source: str) -> Iterator[tuple[str, list[str]]]:
    """Yield name and lines of every class and function that is long enough.

    The lines are those of the syntax tree: no docstring, comment, empty line or layout, and no own name.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name, node.name = node.name, "_"
            for part in ast.walk(node):
                if isinstance(part, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(part) is not None:
                    part.body = part.body[1:] or [ast.Pass()]
            lines = [line for line in ast.unparse(node).splitlines() if line.strip()]
            if len(lines) >= LEAST:
                yield name, lines
            node.name = name


def alike(first: list[str], second: list[str]) -> bool:
    """Return whether most lines of the two are the same, in the same order."""
    match = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return match.real_quick_ratio() >= ALIKE and match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE


def copies(paths: list[Path]) -> list[str]:
    """Return a line for each two definitions, in different files, that are alike."""
    every = [
        (path.name, *found) for path in paths for source in sources(path) for found in definitions(source)
    ]
    pairs = itertools.combinations(every, 2)
    return [f"{a[0]}: {a[1]}, {b[0]}: {b[1]}" for a, b in pairs if a[0] != b[0] and alike(a[2], b[2])]


@pytest.mark.parametrize("paths", [PAGES, TESTS], ids=["notebooks and labs", "tests"])
def test_no_class_or_function_of_ten_lines_stands_twice(paths):
    found = copies(paths)
    assert not found, "put it into helpers/, or into one module of the tests:\n" + "\n".join(found)


def write(path: Path, *cells: str) -> Path:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(notebook, path)
    return path


def test_copies_are_found_under_other_names_and_with_other_comments_and_a_few_other_lines(tmp_path):
    body = "".join(f"    x = x + {number}\n" for number in range(9))
    first = write(tmp_path / "a.ipynb", f'%time 1\ndef f(x):\n    """Why."""\n{body}')
    second = write(tmp_path / "b.ipynb", "y = 1", f"class C:\n    pass\n\n\ndef h(x):\n    # so\n\n{body}")
    near = write(tmp_path / "c.ipynb", f"def f(x):\n{body}    return x")
    short = write(tmp_path / "d.ipynb", f"def f(x):\n{body[:-14]}")
    other = write(tmp_path / "e.ipynb", f"def f(x):\n{body.replace('+', '-')}")
    assert copies([first, second, short, other]) == ["a.ipynb: f, b.ipynb: h"]
    assert copies([near, first]) == ["c.ipynb: f, a.ipynb: f"]
    assert copies([first, short, other]) == []
