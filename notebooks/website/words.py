"""Links in prose: the pages' own way of naming each other, "notebook 05" for instance, made into links."""

import json
import re
from collections.abc import Callable
from pathlib import Path

NUMBER = r"\d\d[a-z]?\b"
BETWEEN = r"(?:,\s|,?\sand\s|\sto\s|\sor\s)"
NAMED = re.compile(rf"\b((?:[Nn]otebook|[Pp]age)s?\s)({NUMBER}(?:{BETWEEN}{NUMBER})*)(?![.,]?\d)")
IN_BRACKETS = re.compile(rf"\((?:0\d[a-z]?|\d\d[a-z])\b(?:{BETWEEN}{NUMBER})*\)")
# What stays as it is: code, mathematics, links and pictures, HTML, headings.
KEPT = re.compile(
    r"(```[\s\S]*?```|``.+?``|`[^`\n]+`|\$\$[\s\S]*?\$\$|\$[^$\n]+\$"
    r"|!?\[[^\]]*\]\([^)]*\)|^<.*$|<[^>\n]+>|^#.*$)",
    flags=re.MULTILINE,
)


def linked(text: str, place: Callable[[str], str | None]) -> str:
    """Return Markdown in which every page that is named is a link.

    Parameters
    ----------
    text
        Markdown.
    place
        Turns the number of a notebook (``"05b"``) or the name of a notebook or lab into a path, or into
        None where there is no such page.
    """

    def number(match: re.Match) -> str:
        path = place(match.group())
        return f"[{match.group()}]({path})" if path else match.group()

    def named(match: re.Match) -> str:
        word, numbers = match.groups()
        if re.fullmatch(NUMBER, numbers):
            path = place(numbers)
            return f"[{match.group()}]({path})" if path else match.group()
        return word + re.sub(NUMBER, number, numbers)

    def prose(part: str) -> str:
        pieces = re.split(r"(\[[^\]]*\]\([^)]*\))", NAMED.sub(named, part))
        pieces[::2] = [IN_BRACKETS.sub(lambda m: re.sub(NUMBER, number, m.group()), p) for p in pieces[::2]]
        return "".join(pieces)

    def code(part: str) -> str:
        path = place(part.strip("`")) if re.fullmatch(r"`[\w-]+`", part) else None
        return f"[{part}]({path})" if path else part

    parts = KEPT.split(text)
    parts[::2] = [prose(part) for part in parts[::2]]
    parts[1::2] = [code(part) for part in parts[1::2]]
    return "".join(parts)


def prose(path: Path) -> list[str]:
    """Return the Markdown cells of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def plain(text: str) -> str:
    """Return a piece of Markdown as plain words, for what cannot hold more: the text of a picture."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"<[^>]+>", "", text))
    text = re.sub(r"(?<!\w)[*_]+|[*_]+(?!\w)|[`$]|^#+ ", "", text, flags=re.MULTILINE)
    return re.sub(r"\s+", " ", text).strip()
