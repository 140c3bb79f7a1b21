"""Notebooks and labs as the site shows them: what is folded, pictures with words, links between pages."""

import base64
import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from notebooks.website import glossary, words
from notebooks.website.mathematics import mathml
from notebooks.website.pictures import Pictures, described

PROMPTS = {"check": "Show the check", "figure": "Show the code that draws"}
SEEN_BY_TESTS = re.compile(r"^# NBVAL_CHECK_OUTPUT\n", flags=re.MULTILINE)
WIDGET = "Run this cell after"  # what stands where a widget would be, without a kernel
NO_WIDGET = "*Nothing can be pressed on the website; in the course [on your own computer]({there}) it can.*"
PLAYGROUND = "game.show()"


def found(root: Path) -> dict[str, str]:
    """Return ``{name: path}`` of all notebooks and labs that there are, in their order; numbers too."""
    paths = [*sorted((root / "notebooks").glob("*.ipynb")), *sorted((root / "labs").glob("*/*.ipynb"))]
    places = {path.stem: path.relative_to(root).as_posix() for path in paths}
    numbers = {name.split("_")[0]: place for name, place in places.items() if name[:2].isdigit()}
    return places | numbers


def seen_from(page: str, places: dict[str, str]) -> Callable[[str], str | None]:
    """Return the function that `words.linked` asks: how one page reaches another; never itself."""
    folder = posixpath.dirname(page) or "."

    def place(name: str) -> str | None:
        there = places.get(name)
        return None if there in (None, page) else posixpath.relpath(there, folder)

    return place


def is_folded(cell: dict) -> bool:
    """Tell whether a cell's code is folded: it only draws or checks, or tests an answer of a lab."""
    data = cell["metadata"]
    grading = data.get("nbgrader", {})
    test = grading.get("grade") and not grading.get("solution")
    tagged = set(PROMPTS) & set(data.get("tags", []))
    return bool(data.get("jupyter", {}).get("source_hidden") or test or tagged)


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _prose(source: str, place: Callable) -> str:
    """Return Markdown with its links; mathematics in a line of HTML is set here, where Sphinx would not."""
    lines = words.linked(source, place).split("\n")
    for number, line in enumerate(lines):
        if line.startswith("<"):
            lines[number] = re.sub(r"\$([^$]+)\$", lambda m: mathml(m.group(1), block=False), line)
    return "\n".join(lines)


def _output(output: dict, cell: dict, above: str, up: str, pictures: Pictures) -> dict:
    """Return an output whose pictures are files, and with words where a widget would be."""
    data = output.get("data", {})
    if WIDGET in _text(data.get("text/plain", "")):
        data = {"text/markdown": NO_WIDGET.format(there=f"{up}notebooks/systems/README.md")}
    elif "image/png" in data:
        alt = output.get("metadata", {}).get("image/png", {}).get("alt") or described(cell["source"], above)
        data = {"text/html": pictures.shown(base64.b64decode(_text(data["image/png"])), alt, up)}
    elif "text/html" in data:
        spoken = described(cell["source"], above)
        data = {"text/html": pictures.taken_out(_text(data["text/html"]), up, spoken)}
    return output | ({"data": data, "metadata": {}} if data else {})


def page(
    path: Path, root: Path, places: dict[str, str], pictures: Pictures, terms: dict, playground: str
) -> dict:
    """Return a notebook as the site's builder reads it. Nothing of it is run.

    Parameters
    ----------
    path, root
        The notebook, and the course's folder.
    places
        What `found` returns.
    pictures
        Where its pictures go.
    terms
        What `glossary.terms` returns.
    playground
        The HTML that stands in for the playground's widget; ``{up}`` in it leads to the site's top folder.
    """
    here = path.relative_to(root).as_posix()
    up, place = "../" * here.count("/"), seen_from(here, places)
    notebook, above = json.loads(path.read_text(encoding="utf-8")), ""
    waiting = dict(terms.get(path.stem, {}))
    for cell in notebook["cells"]:
        cell["source"] = _text(cell["source"])
        data, tags = cell["metadata"], cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown":
            above = cell["source"]
            cell["source"] = glossary.linked(_prose(above, place), waiting, "glossary.html")
            cell["source"] = glossary.with_places(cell["source"])
        if cell["cell_type"] != "code":
            continue
        cell["outputs"] = [_output(o, cell, above, up, pictures) for o in cell["outputs"]]
        if cell["source"].strip() == PLAYGROUND:
            shown = {"text/html": playground.replace("{up}", up)}
            cell["outputs"] = [{"output_type": "display_data", "data": shown, "metadata": {}}]
        cell["source"] = SEEN_BY_TESTS.sub("", cell["source"])
        if is_folded(cell):
            prompt = next((text for tag, text in PROMPTS.items() if tag in tags), "Show the code")
            if "nbgrader" in data:
                prompt = "Show the test"
            data["mystnb"] = {"code_prompt_show": prompt, "code_prompt_hide": prompt.replace("Show", "Hide")}
            data["tags"] = [*tags, "hide-input"]
    return notebook
