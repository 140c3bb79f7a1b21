"""What was stored, and which cells made it: a hash of the code, so that a test can tell what is stale."""

import ast
import contextlib
import hashlib
import json
from pathlib import Path

from helpers import assets


def _code_lines(source: str) -> list[str]:
    """Return the lines of code that do something: no blank lines, comments, docstrings or imports."""
    skipped: set[int] = set()
    with contextlib.suppress(SyntaxError):  # a cell with a magic command: its docstrings count
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
                skipped |= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
            elif isinstance(node, ast.Import | ast.ImportFrom):
                skipped |= set(range(node.lineno, node.end_lineno + 1))
    numbered = enumerate(source.splitlines(), start=1)
    return [
        x.rstrip() for n, x in numbered if n not in skipped and x.strip() and not x.lstrip().startswith("#")
    ]


def _used_of_gan(code: str) -> list[str]:
    """Return the lines of what the code imports from ``helpers.gan``, and of whatever that uses there."""
    text = (assets.FOLDER.parent / "gan.py").read_text(encoding="utf-8")
    defined = {}
    for node in ast.parse(text).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node]
        defined |= {getattr(target, "id", getattr(target, "name", "")): node for target in targets}
    imports = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
    waiting = [alias.name for node in imports if node.module == "helpers.gan" for alias in node.names]
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in defined and name not in used:
            used.add(name)
            waiting += [part.id for part in ast.walk(defined[name]) if isinstance(part, ast.Name)]
    lines, kept = text.splitlines(), []
    for name, node in defined.items():
        if name in used:
            first = min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))])
            kept += _code_lines("\n".join(lines[first - 1 : node.end_lineno]))
    return kept


def source_hash(notebook: Path, tags: set[str]) -> str:
    """Return the hash of a notebook's code cells that carry one of ``tags``, and of the GAN they use.

    Blank lines, comments, docstrings and imports do not count. What the cells made, a table or trained
    weights, is stored with this hash; a test fails when the cells, or what they use of ``helpers/gan.py``,
    have changed since.
    """
    sources = []
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code" and tags & set(cell["metadata"].get("tags", [])):
            sources.append("".join(cell["source"]))
    if not sources:
        raise ValueError(f"{notebook} has no code cell tagged {' or '.join(sorted(tags))}.")
    kept = [line for source in sources for line in _code_lines(source)]
    kept += _used_of_gan("\n".join(sources))
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()


def write_record(
    name: str, notebook: str, tags: list[str], folder: Path = assets.FOLDER, **content: object
) -> None:
    """Store what a notebook computed as JSON, with the hash of the cells that made it.

    Parameters
    ----------
    name
        File name, ending in ``.json``.
    notebook
        Name without ending, ``"07_dcgan"`` for instance.
    tags
        The tags of the cells that made it, as for `source_hash`.
    **content
        What to store.
    """
    source = {"notebook": notebook, "tags": tags}
    source["hash"] = source_hash(folder.parents[1] / "notebooks" / f"{notebook}.ipynb", set(tags))
    text = json.dumps({"source": source, **content}, indent=1)
    (folder / name).write_text(text + "\n", encoding="utf-8", newline="\n")


def write_sums() -> None:
    """Write the list of SHA-256 sums of all data files."""
    files = sorted(p for p in assets.FOLDER.iterdir() if p.suffix in assets.SUFFIXES)
    lines = [f"{assets.sha256(path)}  {path.name}\n" for path in files]
    (assets.FOLDER / assets.SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
