"""Asks the registry for which systems and Pythons every package of the lock comes ready-made, as a wheel.

``python -m tests.wheels`` (``make wheels``) resolves ``requirements.txt`` for each of `SYSTEMS` as pip would
there, building nothing and installing nothing, and writes what it found into `RECORD` and into the table of
the page on systems. It needs a network. A test fails when the lock has changed since.
"""

import hashlib
import itertools
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
RECORD = Path(__file__).with_name("wheels.json")
PAGE = ROOT / "notebooks" / "systems" / "README.md"
MARKS = "<!-- wheels: written by make wheels -->\n", "<!-- end of wheels -->\n"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# What the page calls a system: (uv's name for it, the oldest macOS)
SYSTEMS = {
    "Linux, Intel or AMD, glibc 2.28": ("x86_64-manylinux_2_28", ""),
    "Linux, Arm, glibc 2.28": ("aarch64-manylinux_2_28", ""),
    "Linux, Intel or AMD, glibc 2.17": ("x86_64-manylinux_2_17", ""),
    "macOS 12, Apple silicon": ("aarch64-apple-darwin", "12.0"),
    "macOS 11, Apple silicon": ("aarch64-apple-darwin", "11.0"),
    "macOS 15, Intel": ("x86_64-apple-darwin", "15.0"),
    "Windows, Intel or AMD": ("x86_64-pc-windows-msvc", ""),
    "Windows, Arm": ("aarch64-pc-windows-msvc", ""),
}


def lock_hash() -> str:
    """Return what the record is compared by."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def missing(lines: str, system: str, python: str) -> str:
    """Return the first package without a wheel there, with its version; "" if all have one.

    Raises
    ------
    RuntimeError
        If the registry could not be asked.
    """
    platform, macos = SYSTEMS[system]
    command = [str(Path(sys.executable).with_name("uv")), "pip", "compile", "--quiet", "--no-deps"]
    command += ["--only-binary", ":all:", "--python-platform", platform, "--python-version", python, "-"]
    settings = os.environ | ({"MACOSX_DEPLOYMENT_TARGET": macos} if macos else {})
    done = subprocess.run(command, input=lines, env=settings, capture_output=True, text=True)
    if done.returncode == 0:
        return ""
    said = " ".join(done.stderr.split())
    found = re.search(r"Because ([\w.-]+)(?:\{[^}]*\})?==(\S+) has no (?:usable )?wheels", said)
    if not found:
        raise RuntimeError(f"{system}, Python {python}: {said}")
    return " ".join(found.groups())


def asked() -> dict[str, dict[str, str]]:
    """Return ``{system: {Python: what is missing}}``, TensorFlow first."""
    lock = LOCK.read_text(encoding="utf-8")
    (tensorflow,) = re.findall(r"^tensorflow==\S+$", lock, flags=re.MULTILINE)

    def lacks(pair: tuple[str, str]) -> str:
        return missing(tensorflow, *pair) or missing(lock, *pair)

    pairs = list(itertools.product(SYSTEMS, PYTHONS))
    found: dict[str, dict[str, str]] = {}
    with ThreadPoolExecutor(4) as pool:  # nearly all of it is waiting
        for (system, python), what in zip(pairs, pool.map(lacks, pairs), strict=True):
            found.setdefault(system, {})[python] = what
            print(f"{system}, Python {python}: {what or 'all'}", flush=True)
    return found


def table(found: dict[str, dict[str, str]]) -> str:
    """Return the page's table."""
    rows = [f"| for | Python {' | '.join(PYTHONS)} |", f"|---|{'---|' * len(PYTHONS)}"]
    for system, pythons in found.items():
        cells = [f"no {pythons[python].split()[0]}" if pythons[python] else "all" for python in PYTHONS]
        rows.append(f"| {system} | {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def page_with(found: dict[str, dict[str, str]], text: str) -> str:
    """Return the page's text with this table."""
    before, rest = text.split(MARKS[0])
    return before + MARKS[0] + table(found) + MARKS[1] + rest.split(MARKS[1])[1]


def main() -> None:
    """Ask, write the record, write the table."""
    found = asked()
    record = {"lock": lock_hash(), "missing": found}
    RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8", newline="\n")
    text = page_with(found, PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
