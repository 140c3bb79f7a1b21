"""The site's first page and the instructors' page, from the README and the page on grading."""

import json
import re
from pathlib import Path

from notebooks.website import words
from notebooks.website.pages import seen_from


def sections(text: str) -> dict[str, str]:
    """Return ``{heading: text}`` of a README's sections; what stands before the first has the heading ""."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {"": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))


def _contents(caption: str, entries: list[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", f":caption: {caption}", "", *entries, "```", ""])


def _entries(root: Path, places: list[str]) -> list[str]:
    """Return the lines that list pages in the side bar, with number and title."""
    found = []
    for place in places:
        cells = json.loads((root / place).read_text(encoding="utf-8"))["cells"]
        number = Path(place).stem.split("_")[0]
        title = "".join(cells[0]["source"]).splitlines()[0].lstrip("# ")
        title = title if number.startswith("lab") else f"{number} {title}"
        found.append(f"{title} <{place.removesuffix('.ipynb')}>")
    return found


def first_page(root: Path, places: dict[str, str]) -> str:
    """Return the first page: what the course is, how to run it, all pages, where things come from."""
    parts = sections((root / "README.md").read_text(encoding="utf-8"))
    names = [name for name, place in places.items() if Path(place).stem == name]
    numbered = [n for n in names if n[:2].isdigit()]
    labs = [n for n in names if places[n].startswith("labs/")]
    tables = parts["What is inside"]
    tables = tables[tables.index("| notebook |") :]
    for name in [*numbered, *labs]:  # a page that the README does not know yet
        if f"| `{name}` |" not in tables:
            tables = re.sub(r"(\|[-|]+\|\n)", rf"\1| `{name}` | | | |\n", tables, count=1)
    body = [
        parts[""].strip(),
        "Nothing runs on these pages: they show what was stored after a full run. To run the notebooks, "
        "change them, and play with their widgets, take the course itself; it needs Python and one command, "
        "`make lab`. [The playground](playground.md) works here too.\n",
        "## The pages\n" + tables,
        "## Where things come from\n" + parts["Where things come from"],
        "The mathematics is set in STIX Two Math (OFL 1.1).\n",
        _contents("The course", _entries(root, [places[n] for n in numbered])),
        _contents("Labs", _entries(root, [places[n] for n in labs])),
        _contents("More", ["playground", "notebooks/glossary", "instructors"]),
    ]
    return words.linked("\n\n".join(body), seen_from("index.md", places))


def instructors_page(root: Path, places: dict[str, str]) -> str:
    """Return the page for instructors: handing out, a teaching plan, grading."""
    parts = sections((root / "README.md").read_text(encoding="utf-8"))
    text = "# For instructors\n\n" + parts["For students and for instructors"].strip()
    text += "\n\n## A teaching plan\n" + parts["A teaching plan"]
    grading = root / "grading" / "README.md"
    if grading.exists():  # students' copies have none
        page = re.sub(r"^(#+) ", r"#\1 ", grading.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text += "\n\n" + page
    there = "#grading-for-instructors" if grading.exists() else "index.md"
    text = text.replace("(grading/README.md)", f"({there})")
    return words.linked(text, seen_from("instructors.md", places))
