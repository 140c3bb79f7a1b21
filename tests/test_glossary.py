"""The glossary: sorted, no term twice, and each is found in bold on the notebook that it links to."""

import functools
import json
import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
GLOSSARY = NOTEBOOKS / "glossary.ipynb"
ENTRY = re.compile(r"^- \*\*(?P<term>[^*]+)\*\*: (?P<text>.+) \[(?P<number>\d\d[a-z]?)\]\((?P<page>[^)]+)\)$")
LONGEST = 60  # words of an explanation


def prose(path: Path) -> list[str]:
    cells = nbformat.read(path, as_version=4).cells
    return [" ".join(c.source.split()) for c in cells if c.cell_type == "markdown"]


@functools.cache
def bold(path: Path) -> set[str]:
    """Return what stands in bold in a notebook's text: lower case, without the mark at its end."""
    texts = [re.sub(r"`[^`]*`|\$[^$]*\$", "_", source) for source in prose(path)]  # x**2 in code is no bold
    found = {hit for text in texts for hit in re.findall(r"\*\*([^*]+)\*\*", text)}
    return {hit.lower().rstrip(".:,?!") for hit in found}


def forms(term: str) -> set[str]:
    """Return the term and its regular plurals (s, es, y to ies), in lower case."""
    term = term.lower()
    return {term, f"{term}s", f"{term}es"} | ({f"{term[:-1]}ies"} if term.endswith("y") else set())


def names(words: str, term: str) -> bool:
    """Tell whether the words in bold are the term, or its plural; nothing else may stand with it."""
    return words in forms(term)


def place(term: str) -> str:
    """Return what terms are sorted by: their letters alone, so 1-Lipschitz stands under L."""
    return "".join(letter for letter in term.lower() if letter.isalpha())


def sections() -> dict[str, list[re.Match]]:
    """Return ``{letter: entries}``, in the order of the glossary."""
    found = {}
    for cell in nbformat.read(GLOSSARY, as_version=4).cells[1:]:
        heading, *lines = [line for line in cell.source.splitlines() if line.strip()]
        assert all(ENTRY.match(line) for line in lines), [line for line in lines if not ENTRY.match(line)]
        assert heading[3:] not in found, f"two sections {heading}"
        found[heading[3:]] = [ENTRY.match(line) for line in lines]
    return found


def entries() -> list[re.Match]:
    return [entry for section in sections().values() for entry in section]


def test_it_is_a_valid_notebook_of_text_alone():
    raw = json.loads(GLOSSARY.read_text(encoding="utf-8"))
    nbformat.validate(raw)
    assert raw["metadata"]["kernelspec"]["name"] == "python3"
    assert {cell["cell_type"] for cell in raw["cells"]} == {"markdown"}
    first = "".join(raw["cells"][0]["source"])
    assert first.startswith("# Glossary")
    for target in re.findall(r"\]\(([^)]+)\)", first):
        assert (NOTEBOOKS / target).exists(), target


def test_terms_are_sorted_under_their_letters_and_none_stands_twice():
    terms = [entry["term"] for entry in entries()]
    assert terms == sorted(terms, key=place)
    assert len({term.lower() for term in terms}) == len(terms) >= 80
    for letter, found in sections().items():
        assert {place(entry["term"])[0].upper() for entry in found} == {letter}


def test_explanations_are_short_and_end_with_a_full_stop():
    for entry in entries():
        assert 4 <= len(entry["text"].split()) <= LONGEST, entry["term"]
        assert entry["text"].endswith((".", "?")), entry["term"]


def test_each_term_links_to_a_notebook_that_says_it_in_bold():
    wrong = {}
    for entry in entries():
        term, path = entry["term"], NOTEBOOKS / entry["page"]
        assert path.exists(), f"{term}: there is no {entry['page']}"
        assert entry["page"].startswith(entry["number"] + "_"), term
        if not any(names(words, term) for words in bold(path)):
            pages = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
            where = [p.stem for p in pages if any(names(words, term) for words in bold(p))]
            wrong[term] = f"not in bold on {path.stem}, but on {where}"
    assert not wrong


def test_every_page_of_the_glossary_is_reached_from_the_start():
    assert "](glossary.ipynb)" in "".join(prose(NOTEBOOKS / "00_start_here.ipynb"))


@pytest.mark.parametrize(
    ("words", "term", "same"),
    [
        ("batch normalisation", "batch normalisation", True),
        ("epochs", "epoch", True),
        ("losses", "loss", True),
        ("densities", "density", True),
        ("r1", "R1", True),
        ("the generator", "generator", False),
        ("chance level", "chance", False),
        ("non-saturating", "saturating", False),
    ],
)
def test_the_rule_for_plurals(words, term, same):
    assert names(words, term) == same


def test_bold_words_are_found_across_lines_and_without_their_mark(tmp_path):
    text = "With `x**2`, a **Frechet\ndistance.** And *no* bold; `y**2` ends it, or **two.**"
    cells = [nbformat.v4.new_markdown_cell(text), nbformat.v4.new_code_cell("# a **comment**")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "n.ipynb")
    assert bold(tmp_path / "n.ipynb") == {"frechet distance", "two"}
