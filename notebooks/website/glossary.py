"""The glossary's two directions: an entry leads to its notebook, and the term there back to the entry."""

import re
from pathlib import Path

from notebooks.website import words

ENTRY = re.compile(r"^- \*\*([^*]+)\*\*(: .+ \[\d\d[a-z]?\]\((\w+)\.ipynb\))$", flags=re.MULTILINE)
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def slug(term: str) -> str:
    """Return the name of a term's place in the glossary."""
    return "term-" + re.sub(r"\W+", "-", term.lower()).strip("-")


def with_places(source: str) -> str:
    """Return a cell of the glossary whose entries can be linked to."""
    return ENTRY.sub(lambda m: f'- <span id="{slug(m.group(1))}"></span>**{m.group(1)}**{m.group(2)}', source)


def terms(glossary: str) -> dict[str, dict[str, str]]:
    """Return ``{notebook: {form of a term, in lower case: its place}}`` from the glossary's text."""
    found: dict[str, dict[str, str]] = {}
    for term, _, page in ENTRY.findall(glossary):
        forms = {f"{term}s", f"{term}es", re.sub("y$", "ies", term), term}
        found.setdefault(page, {}).update({form.lower(): slug(term) for form in forms})
    return found


def linked(source: str, waiting: dict[str, str], glossary: str) -> str:
    """Return Markdown in which terms in bold lead to the glossary, each where it stands first.

    ``waiting`` holds the terms that are still to come on the page, and loses those that are found;
    ``glossary`` is the address of the glossary's page.
    """

    def one(match: re.Match) -> str:
        place = waiting.get(" ".join(match.group(1).lower().split()).rstrip(".:,?!"))
        if not place:
            return match.group()
        for form in [form for form, there in waiting.items() if there == place]:
            del waiting[form]
        return f'<a class="term" href="{glossary}#{place}">**{match.group(1)}**</a>'

    parts = words.KEPT.split(source)
    parts[::2] = [BOLD.sub(one, part) for part in parts[::2]]
    return "".join(parts)


def read(root: Path) -> str:
    """Return the text of the glossary; nothing if the course has none."""
    path = root / "notebooks" / "glossary.ipynb"
    return "\n".join(words.prose(path)) if path.exists() else ""
