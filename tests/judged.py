"""Which hand-ins of a lab's gallery are due: all, or an eighth if nothing changed that their marks rest on.

A whole gallery takes a minute or two for each lab, and each lab's way through the commands (stock nbgrader,
``make grade``) one more. Of a lab that stands as it was written down (`RECORD`), every eighth hand-in is
run, and one such lab by command; which ones changes with the labs. As soon as anything differs that its
marks rest on, all of the lab is run. ``make test`` does so; ``make judged`` does, too, and writes it down
(``ARGS=commands``: that part alone; ``WHOLE_GALLERIES=1 make judged``: all of all labs).
"""

import ast
import functools
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[1]
GALLERY = Path(__file__).with_name("gallery")
RECORD = GALLERY / "judged.json"
LABS = sorted(path.stem for path in (ROOT / "solutions").glob("*/*.ipynb"))
WHOLE = "WHOLE_GALLERIES"  # if this is set, all hand-ins are due
SHARE = 4  # of what runs as other machines would
HAND_INS = 8
WHOLE_RUNS = {"gallery": "tests/test_labs.py", "commands": "tests/test_labs_nbgrader.py"}


def _named(tree: ast.AST) -> set[str]:
    """Return the modules of the course that some code imports, and what it takes from packages."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.split(".")[0] == "helpers"}


def modules(sources: list[str]) -> set[Path]:
    """Return the files of ``helpers`` that some code imports, directly or on the way."""
    todo, found = set().union(*(_named(ast.parse(source)) for source in sources)), set()
    while todo:
        place = ROOT.joinpath(*todo.pop().split("."))
        for path in (place.with_suffix(".py"), place / "__init__.py", place.parent / "__init__.py"):
            if path.is_file() and path not in found:
                found.add(path)
                todo |= _named(ast.parse(path.read_text(encoding="utf-8")))
    return found


@functools.cache
def rests_on(lab: str, what: str = "gallery") -> str:
    """Return the SHA-256 sum of all that a lab's ``"gallery"`` rests on, or its ``"commands"``."""
    master = nbformat.read(ROOT / "solutions" / lab / f"{lab}.ipynb", as_version=4)
    sources = [cell.source for cell in master.cells if cell.cell_type == "code"]
    files = {*(GALLERY / lab).rglob("*.py"), *(ROOT / "grading" / "judging").glob("*.py")}
    files |= {ROOT / "tests" / name for name in ("hand_ins.py", "together.py", "test_labs.py")}
    if what == "commands":
        files |= {*(ROOT / "grading").rglob("*.py"), ROOT / "nbgrader_config.py"}
        files.add(ROOT / "tests" / "test_labs_nbgrader.py")
    return sum_of(sources, files)


def sum_of(sources: list[str], files: set[Path]) -> str:
    """Return the SHA-256 sum of code, of files, and of what the code rests on: helpers, data, the lock."""
    files = files | modules(sources)
    text = "".join([*sources, *(path.read_text(encoding="utf-8") for path in files)])
    lines = (ROOT / "helpers" / "assets" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    shipped = [line for line in lines if line.split()[-1] in text]
    files.add(ROOT / "requirements.txt")
    sums = {str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return hashlib.sha256(json.dumps([sources, shipped, sorted(sums.items())]).encode()).hexdigest()


def read_record() -> dict[str, dict[str, str]]:
    """Return ``{lab: {"gallery": what its last whole run rested on, "commands": likewise}}``."""
    return json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}


def is_whole(lab: str, what: str = "gallery") -> bool:
    """Return whether all is due: every hand-in of the lab's gallery, or its way through the commands."""
    return bool(os.environ.get(WHOLE)) or read_record().get(lab, {}).get(what) != rests_on(lab, what)


def by_command() -> list[str]:
    """Return the labs that are due by command: those that changed, and one of the rest."""
    changed = {lab for lab in LABS if is_whole(lab, "commands")}
    rest = [lab for lab in LABS if lab not in changed]
    chosen = {rest[int(rests_on(rest[0], "commands"), 16) % len(rest)]} if rest else set()
    return [lab for lab in LABS if lab in changed | chosen]


def due(lab: str, kind: str) -> list[Path]:
    """Return the files of one kind, ``"wrong"`` or ``"valid"``, that are due, sorted."""
    paths = sorted((GALLERY / lab / kind).glob("*.py"))
    return paths if is_whole(lab) else paths[int(rests_on(lab), 16) % HAND_INS :: HAND_INS]


def main(parts: list[str]) -> int:
    """Run what is due, or the named parts of it; write down what a part rested on if all came out right."""
    status = 0
    for what in parts or WHOLE_RUNS:
        words = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadscope", WHOLE_RUNS[what]]
        before = {lab: rests_on(lab, what) for lab in LABS}
        failed = subprocess.run(words, cwd=ROOT).returncode
        if not failed:
            record = read_record()
            record = {lab: record.get(lab, {}) | {what: before[lab]} for lab in LABS}
            RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8", newline="\n")
        status = status or failed
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
