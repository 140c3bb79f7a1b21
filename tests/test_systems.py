"""The pages on Linux, macOS, Windows and Anaconda, and what of them can be checked from any system."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml

from notebooks.figures import strip
from tests import wheels

ROOT = Path(__file__).parents[1]
SYSTEMS = ROOT / "notebooks" / "systems"
PAGES = ("linux", "macos", "windows", "anaconda")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SYSTEMS.glob("*.md"))}
README = (ROOT / "README.md").read_text(encoding="utf-8")
# What students get, and what Windows (or macOS) has not.
COURSE = sorted([*(ROOT / "helpers").rglob("*.py"), *(ROOT / "notebooks").rglob("*.py")])
NOTEBOOKS = sorted([*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "labs").glob("*/*.ipynb")])
ONLY_POSIX = {"fcntl", "resource", "pwd", "grp", "termios", "pty", "posix", "syslog"}
ONLY_POSIX_NAMES = {
    "fork",
    "getuid",
    "geteuid",
    "sched_getaffinity",
    "sched_setaffinity",
    "SIGKILL",
    "mkfifo",
}
MEASURED_BY_MAKERS = {"16_colour_images": {"resource"}}  # in a function that a maker alone calls


def sources() -> dict[str, list[str]]:
    """Return ``{place: pieces of Python}`` of all that a student runs."""
    found = {path.relative_to(ROOT).as_posix(): [path.read_text(encoding="utf-8")] for path in COURSE}
    for path in NOTEBOOKS:
        cells = nbformat.read(path, as_version=4).cells
        code = [cell.source for cell in cells if cell.cell_type == "code"]
        found[path.stem] = [re.sub(r"^(\s*)[%!].*$", r"\1pass", piece, flags=re.MULTILINE) for piece in code]
    return found


def parsed(pieces: list[str]) -> list[ast.AST]:
    """Return all nodes of what can be parsed; a lab's cell to fill in may not be Python yet."""
    nodes = []
    for piece in pieces:
        try:
            nodes += ast.walk(ast.parse(piece))
        except SyntaxError:
            continue
    return nodes


def only_posix(pieces: list[str]) -> set[str]:
    """Return the modules and names that Windows lacks."""
    found = set()
    for node in parsed(pieces):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & ONLY_POSIX
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module} & ONLY_POSIX
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} & ONLY_POSIX_NAMES
    return found


def asks_the_system(call: ast.Call) -> bool:
    """Tell whether a call reads or writes a text in whatever encoding the system has."""
    first, words = call.args[:1], {keyword.arg: keyword.value for keyword in call.keywords}
    if "encoding" in words or "devnull" in ast.unparse(call):
        return False
    if isinstance(call.func, ast.Attribute):
        written = [a.value for a in first if isinstance(a, ast.Constant)]
        ascii_alone = call.func.attr == "write_text" and written and written[0].isascii()
        return call.func.attr in ("read_text", "write_text") and not ascii_alone
    mode = ast.unparse(words["mode"] if "mode" in words else ast.Tuple(call.args[1:2]))
    return ast.unparse(call.func) == "open" and "b" not in mode


def without_encoding(pieces: list[str]) -> list[str]:
    """Return the calls that depend on the system's encoding."""
    calls = [node for node in parsed(pieces) if isinstance(node, ast.Call)]
    return [ast.unparse(call)[:80] for call in calls if asks_the_system(call)]


def test_there_is_a_page_for_each_system_and_the_readme_leads_to_it():
    assert set(TEXTS) == {*PAGES, "README"}
    for name in (*PAGES, "README"):
        assert f"(notebooks/systems/{name}.md)" in README, name
        assert name == "README" or f"({name}.md)" in TEXTS["README"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_leads_to_notebook_00_and_says_what_was_run_and_what_was_not(name):
    text = TEXTS[name]
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert headings == ["From nothing to page 00", "What was run, and what was not", "Known troubles"]
    steps = text.split("## ")[1]
    assert "00_start_here.ipynb" in steps
    assert re.search(r"^\s*(make lab|jupyter lab|\S+[/\\]jupyter lab)$", steps, flags=re.MULTILINE)
    assert "not run" in text.split("## ")[2]
    assert len(text.split()) < 1000


@pytest.mark.parametrize("name", TEXTS)
def test_links_of_the_pages_lead_somewhere(name):
    def place(heading: str) -> str:
        return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")

    for target in re.findall(r"\]\(([^)]+)\)", TEXTS[name]):
        if target.startswith("https://"):
            continue
        path, _, fragment = target.partition("#")
        there = SYSTEMS / path if path else SYSTEMS / f"{name}.md"
        assert there.is_file(), target
        if fragment:
            headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert fragment in map(place, headings), target


def test_the_commands_are_those_of_the_course():
    blocks = "\n".join(re.findall(r"^\s*```\n(.*?)```", "\n".join(TEXTS.values()), flags=re.DOTALL | re.M))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    everywhere = "\n".join(TEXTS.values())
    for target in set(re.findall(r"(?:^|`)make ([a-z]+)", everywhere, flags=re.MULTILINE)):
        assert re.search(rf"^{target}( \w+)*:", makefile, flags=re.MULTILINE), target
    installs = {line.strip() for line in blocks.splitlines() if "pip install" in line}
    (pip,) = [
        entry["pip"]
        for entry in yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
        if isinstance(entry, dict)
    ]
    assert {line.split("pip install ")[1] for line in installs} == {" ".join(pip)}
    assert "conda env create -f environment.yml" in blocks


def test_the_table_of_wheels_is_of_todays_lock():
    record = json.loads(wheels.RECORD.read_text(encoding="utf-8"))
    assert record["lock"] == wheels.lock_hash(), "the lock has changed; make wheels"
    assert set(record["missing"]) == set(wheels.SYSTEMS)
    assert wheels.table(record["missing"]) in TEXTS["README"], "make wheels"
    promised = {system for system, pythons in record["missing"].items() if not pythons["3.12"]}
    assert promised == {
        "Linux, Intel or AMD, glibc 2.28",
        "Linux, Arm, glibc 2.28",
        "macOS 12, Apple silicon",
        "Windows, Intel or AMD",
    }
    for system in promised:
        assert [python for python, lacks in record["missing"][system].items() if not lacks] == [
            "3.11",
            "3.12",
            "3.13",
        ]


def test_what_the_index_says_of_a_missing_wheel_is_understood(monkeypatch):
    said = "error: No solution found\n cause: Because {} and you require it"

    def run(*_, **__):
        return subprocess.CompletedProcess([], 1, "", said)

    monkeypatch.setattr(subprocess, "run", run)
    for why, lacks in {
        "tensorflow==2.21.0 has no wheels with a matching platform tag": "tensorflow 2.21.0",
        "contourpy{python_full_version < '3.12'}==1.3.3 has no usable wheels": "contourpy 1.3.3",
    }.items():
        said = f"error: No solution found\n  cause: Because {why}\n and you require it"
        assert wheels.missing("", "Windows, Arm", "3.12") == lacks
    said = "error: dns error"
    with pytest.raises(RuntimeError, match=r"Windows, Arm, Python 3\.12: error: dns error"):
        wheels.missing("", "Windows, Arm", "3.12")


def test_no_name_of_a_file_is_one_that_windows_refuses():
    asked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = asked.stdout.decode().rstrip("\0").split("\0")
    assert len({name.lower() for name in names}) == len(names), "two names differ in capitals alone"
    assert max(map(len, names)) < 100
    reserved = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", flags=re.IGNORECASE)
    for name in names:
        for part in name.split("/"):
            assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]$', part), name
            assert not reserved.match(part), name


def test_what_a_student_runs_asks_for_nothing_that_windows_lacks():
    for place, pieces in sources().items():
        assert only_posix(pieces) <= MEASURED_BY_MAKERS.get(place, set()), place
        assert without_encoding(pieces) == [], place


def test_what_windows_lacks_is_seen():
    assert only_posix(["import os, resource\nos.fork()", "from pwd import getpwnam"]) == {
        "resource",
        "fork",
        "pwd",
    }
    assert only_posix(["import os\nos.getpid()", "not python ("]) == set()
    texts = ["open('a')", "path.read_text()", "open('a', 'w')", "path.write_text('é')", "path.write_text(a)"]
    assert len(without_encoding(texts)) == len(texts)
    fine = [
        "open(os.devnull, 'w')",
        "path.write_text('e')",
        "open('a', 'rb')",
        "open('a', mode='wb')",
        "path.read_text(encoding='utf-8')",
        "Image.open(file)",
    ]
    assert without_encoding(fine) == []


def test_what_only_a_maker_needs_is_needed_by_no_page():
    """Page 16 defines a function that measures memory as POSIX does, and no cell of it calls it."""
    for stem, modules in MEASURED_BY_MAKERS.items():
        pieces = sources()[stem]
        inside = [
            n for n in parsed(pieces) if isinstance(n, ast.FunctionDef) and only_posix([ast.unparse(n)])
        ]
        assert inside
        for function in inside:
            calls = [
                n for n in parsed(pieces) if isinstance(n, ast.Call) and ast.unparse(n.func) == function.name
            ]
            assert calls == [], f"{stem} calls {function.name}, which imports {modules}"


def test_the_readmes_picture_is_made_of_what_is_stored():
    import numpy as np
    from PIL import Image

    assert strip.TARGET.stat().st_size < 300_000
    with Image.open(strip.TARGET) as file:
        written = np.asarray(file.convert("RGB"), float)
    now = np.asarray(strip.picture().convert("RGB"), float)
    assert written.shape == now.shape, "make figures"
    assert abs(written - now).mean() < 1, "make figures"
    (alt,) = re.findall(r"!\[([^\]]+)\]\(notebooks/figures/readme\.png\)", README)
    assert 15 <= len(alt.split()) <= 80
    assert sys.getsizeof(README[: README.index("readme.png")]) < 2000, "near the top"


def test_the_picture_names_a_movie_that_is_gone():
    with pytest.raises(LookupError, match="Page 07_dcgan stores no movie in a cell 07-gone"):
        strip.frame("07_dcgan", "07-gone", 1)
