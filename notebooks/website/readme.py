"""The site's first page and the instructors' page, from the README and the page on grading."""

import re
from pathlib import Path

from notebooks.website import words
from notebooks.website.pages import seen_from

SYSTEMS = Path("notebooks", "systems")
BEGIN = """
**A GAN is a pair of networks**: one draws pictures, the other tells drawn pictures from real ones, and each
learns from the other. You need some Python and NumPy, school mathematics up to the slope of a curve, and one
Keras model that you trained yourself. A page takes 20 to 40 minutes to read.
**Begin here: [00, Start here](notebooks/00_start_here.ipynb).** Teaching it?
[For instructors](instructors.md).
"""
IN_ORDER = ("README", "linux", "macos", "windows", "anaconda")


def sections(text: str) -> dict[str, str]:
    """Return ``{heading: text}`` of a README's sections; what stands before the first has the heading ""."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {"": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))


def _contents(caption: str, entries: list[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", f":caption: {caption}", "", *entries, "```", ""])


def titles(root: Path, places: dict[str, str]) -> dict[str, str]:
    """Return ``{name: title}`` of the pages, the notebooks' with their number."""
    found = {}
    for name in [name for name, place in places.items() if Path(place).stem == name]:
        title = words.prose(root / places[name])[0].splitlines()[0].lstrip("# ")
        found[name] = f"{name.split('_')[0]} {title}" if name[:2].isdigit() else title
    return found


def _with_rows(text: str, first: str, names: list[str]) -> str:
    """Return a text in which the table with this first heading has a row for each of these pages."""

    def one(match: re.Match) -> str:
        rows = match.group(2).splitlines()
        rows += [f"| `{name}` | | | |" for name in names if f"| `{name}` |" not in match.group(2)]
        return match.group(1) + "\n".join(sorted(rows)) + "\n"

    return re.sub(rf"^(\| {first} \|.*\n\|[-|]+\|\n)((?:\|.*\n)*)", one, text, flags=re.MULTILINE)


def first_page(root: Path, places: dict[str, str]) -> str:
    """Return the first page: what the course is, how to run it, all pages, where things come from."""
    parts = sections((root / "README.md").read_text(encoding="utf-8"))
    head, mark, picture = parts[""].partition("![")
    title = titles(root, places)
    numbered = [name for name in title if name[:2].isdigit()]
    labs = [name for name in title if places[name].startswith("labs/")]
    tables = parts["What is inside"]
    tables = tables[tables.index("| notebook |") :]
    tables = _with_rows(_with_rows(tables, "notebook", numbered), "lab", labs)
    for name, text in title.items():
        tables = tables.replace(f"| `{name}` |", f"| [{text}]({places[name]}) |")
    systems = [place.removesuffix(".md") for place in systems_pages(root, places)]
    body = [
        head.strip(),
        BEGIN,
        (mark + picture).strip(),
        "Nothing runs on these pages: they show what was stored after a full run. To run the notebooks, "
        "change them, and play with their widgets, take the course itself: "
        f"[on your own computer]({SYSTEMS.as_posix()}/README.md). "
        "[The playground](playground.md) works here too.\n",
        "## The pages\n" + tables,
        "## Where things come from\n" + parts["Where things come from"],
        "The mathematics is set in STIX Two Math (OFL 1.1).\n",
        _contents("The course", [f"{title[n]} <{places[n].removesuffix('.ipynb')}>" for n in numbered]),
        _contents("On your own computer", systems) if systems else "",
        _contents("Labs", [f"{title[n]} <{places[n].removesuffix('.ipynb')}>" for n in labs]),
        _contents("More", ["playground", "notebooks/glossary", "instructors"]),
    ]
    return words.linked("\n\n".join(body), seen_from("index.md", places))


def systems_pages(root: Path, places: dict[str, str]) -> dict[str, str]:
    """Return ``{path: text}`` of the pages on systems, the one that leads to the others first."""
    found = {}
    for path in [root / SYSTEMS / f"{name}.md" for name in IN_ORDER]:
        if not path.exists():
            continue
        place = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8").replace("(../../README.md)", "(../../index.md)")
        found[place] = words.linked(text, seen_from(place, places))
    return found


def instructors_page(root: Path, places: dict[str, str]) -> str:
    """Return the page for instructors: handing out, a teaching plan, grading."""
    parts = sections((root / "README.md").read_text(encoding="utf-8"))
    text = "# For instructors\n\n" + parts["For students and for instructors"].strip()
    text += "\n\n## A teaching plan\n" + parts["A teaching plan"]
    grading = root / "grading" / "README.md"
    for part in (grading, grading.with_name("project.md")):
        if part.exists():  # students' copies have none
            page = re.sub(r"^(#+) ", r"#\1 ", part.read_text(encoding="utf-8"), flags=re.MULTILINE)
            text += "\n\n" + page
    there = "#grading-for-instructors" if grading.exists() else "index.md"
    text = text.replace("(grading/README.md)", f"({there})").replace("(project.md)", "(#marking-the-project)")
    return words.linked(text, seen_from("instructors.md", places))
