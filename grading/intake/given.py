"""The lab's own code cells with what a student changed in them.

What a given cell imports and defines is there. A value or function to which the student gave another content
is theirs, since labs invite that. Lines of their own (``drive.mount``, ``%pip``, an import) get a cell each,
so that one that fails costs nothing else.
"""

import ast
import contextlib
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from grading.judging.split import PLAIN, bound

LONGEST = 50_000  # characters of a cell that are looked into
MAGIC = re.compile(r"\s*(?:[%!?]|.*\?\s*$)")


@dataclass(frozen=True)
class Chunk:
    """Some whole lines of a cell: a statement, or several on one line; ``names`` is what it makes.

    Two with one ``key`` are the same to a lab: they define the same, or say the same and import or only do.
    """

    text: str
    names: frozenset[str]
    key: object
    imports: bool = False


def chunks(source: str) -> list[Chunk] | None:
    """Return the statements of a cell, or None if it is no Python; a magic line is a statement too."""
    if len(source) > LONGEST:
        return None
    lines = source.split("\n")
    for magic in ([], [i for i, line in enumerate(lines) if MAGIC.match(line)]):
        with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            return parsed(lines, magic)
    return None


def parsed(lines: list[str], magic: list[int]) -> list[Chunk]:
    """Return the statements of some lines; those in ``magic`` are Jupyter's."""
    plain = [re.match(r"\s*", line)[0] + "pass" if i in magic else line for i, line in enumerate(lines)]
    found: list[list] = []  # first line, line after the last, statements
    for node in ast.parse("\n".join(plain)).body:
        first = min([node.lineno, *(mark.lineno for mark in getattr(node, "decorator_list", []))]) - 1
        if found and first < found[-1][1]:
            found[-1][1] = max(found[-1][1], node.end_lineno)
            found[-1][2].append(node)
        else:
            found.append([first, node.end_lineno, [node]])
    made = []
    for first, end, nodes in found:
        names = frozenset(name for node in nodes if isinstance(node, PLAIN) for name in bound(node))
        imports = any(isinstance(node, (ast.Import, ast.ImportFrom)) for node in nodes)
        text = "\n".join(lines[first:end])
        said = text if first in magic else "\n".join(map(ast.unparse, nodes))
        made.append(Chunk(text, names, said if imports or not names else names, imports))
    return made


def defined(source: str) -> set[str]:
    """Return the names that a cell defines or imports at its top level, as well as can be seen."""
    if (found := chunks(source)) is not None:
        return set().union(*(chunk.names for chunk in found))
    return set(re.findall(r"^(?:async +)?(?:def|class) +(\w+)", source, re.MULTILINE))


def with_given(source: str, given: str) -> tuple[list[tuple[str, bool]], bool]:
    """Return a student's version of a given cell as cells, and whether something of the lab's was put back.

    Each is its text and whether it is the lab's part; lines of their own come after it if it imports.
    """
    theirs, ours = chunks(source), chunks(given) or []
    imports = any(c.imports for c in ours)
    needed = [c for c in ours if c.names or imports]
    if not needed:
        return [(source, True)], False
    if theirs is None:
        return [(given, True), (source, False)], True
    merged, restored = [], False
    matcher = SequenceMatcher(None, [c.key for c in ours], [c.key for c in theirs], autojunk=False)
    for kind, i, end_i, j, end_j in matcher.get_opcodes():
        back = [c for c in ours[i:end_i] if kind != "equal" and c in needed]
        restored = restored or bool(back)
        merged += [(c.text, True) for c in back] + [(c.text, kind == "equal") for c in theirs[j:end_j]]
    if not restored and all(is_given for _, is_given in merged):
        return [(source, True)], False
    merged = [part for part in merged if not part[0].startswith("%%")]  # would take the lines after it along
    if imports:  # imports that an editor sorted are no lines of their own
        there = {c.text for c in theirs if c.imports and c.key in {mine.key for mine in ours}}
        merged = [part for part in merged if part[1] or part[0] not in there]
        merged.sort(key=lambda part: not part[1])
    whole = "\n".join(c.text for c in ours)
    cells = []
    for is_given, parts in groupby(merged, key=lambda part: part[1]):
        texts = [text for text, _ in parts]
        cells += [("\n".join(texts), True)] if is_given else [(text, False) for text in texts]
    return [(given if text == whole else text, is_given) for text, is_given in cells], restored
