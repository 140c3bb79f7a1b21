"""Files that the course ships, checked against their SHA-256 sums before they are used.

``SHA256SUMS`` lists every file; ``python -m helpers.assets.remake`` makes them again.
"""

import ast
import contextlib
import hashlib
import json
from pathlib import Path

FOLDER = Path(__file__).parent
SUMS = "SHA256SUMS"
SUFFIXES = {".npz", ".h5", ".keras", ".json", ".png"}


class AssetError(RuntimeError):
    """A shipped file is missing or is not the file that was shipped."""


def sha256(path: Path) -> str:
    """Return the SHA-256 sum of a file as 64 hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_sums(folder: Path = FOLDER) -> dict[str, str]:
    """Return ``{file name: SHA-256 sum}`` from the list of sums in ``folder``."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def asset(name: str, folder: Path = FOLDER) -> Path:
    """Return the path of a shipped file after checking its sum.

    Raises
    ------
    AssetError
        If the file is not listed, is missing, or was altered. The message says what to do.
    """
    mend = "Get it back with 'git checkout -- helpers/assets', or unpack the course again."
    expected = read_sums(folder).get(name)
    if expected is None:
        raise AssetError(f"The course ships no file called {name!r}. Look at {folder / SUMS}.")
    path = folder / name
    if not path.is_file():
        raise AssetError(f"The shipped file {path} is missing. {mend}")
    if sha256(path) != expected:
        raise AssetError(f"The shipped file {path} was altered: its SHA-256 sum is wrong. {mend}")
    return path


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
    text = (FOLDER.parent / "gan.py").read_text(encoding="utf-8")
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


def write_record(name: str, notebook: str, tags: list[str], folder: Path = FOLDER, **content: object) -> None:
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


def read_record(name: str, folder: Path = FOLDER) -> dict:
    """Return what `write_record` stored; errors as `asset`."""
    return json.loads(asset(name, folder).read_text(encoding="utf-8"))
