"""The form of every notebook: sections, sizes, names, stored outputs. One test a rule."""

import ast
import itertools
import json
import re
import statistics
from collections import Counter
from pathlib import Path

from helpers import assets
from helpers.assets import export_gan, sources

import nbformat
import pytest

from grading.judging import split

ROOT = Path(__file__).parents[1]
NO_PAGE = ("glossary",)  # looked up, not read through; tests/test_glossary.py holds its rules
PATHS = [path for path in sorted((ROOT / "notebooks").glob("*.ipynb")) if path.stem not in NO_PAGE]
MASTERS = sorted((ROOT / "solutions").glob("*/*.ipynb"))
LIMIT_BYTES, LIMIT_WITH_A_MOVIE = 1_500_000, 2_000_000
FIRST_LINE = (
    "# No module named 'helpers'? Start Jupyter as the README says; "
    "never pip install helpers (another package)."
)
OTHER_NAMES = (
    r"\btf\.keras\b|\bgen_loss\b|\bdisc_loss\b|\bfake_output\b|\breal_output\b|\bz_dim\b|\bnetG\b|\bnetD\b"
    r"|\bmake_generator_model\b|\bnoise_dim\b|\bd_optim\b|\bg_optim\b"
)


def load(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[nbformat.NotebookNode]:
    return [c for c in load(path).cells if c.cell_type == "code" and c.source.strip()]


def lines(source: str) -> int:
    return sum(bool(line.strip()) for line in source.splitlines())


def every(paths: list[Path]):
    return pytest.mark.parametrize("path", paths, ids=[path.stem for path in paths])


@every(PATHS + MASTERS)
def test_it_is_valid_with_ids_and_the_standard_kernel(path):
    raw = json.loads(path.read_text(encoding="utf-8"))
    nbformat.validate(raw)
    assert (raw["nbformat"], raw["nbformat_minor"]) >= (4, 5)
    ids = [cell["id"] for cell in raw["cells"]]
    assert len(set(ids)) == len(ids)
    assert raw["metadata"]["kernelspec"]["name"] == "python3"
    assert "widgets" not in raw["metadata"], "stored widget state goes stale"
    assert "vnd.jupyter.widget" not in path.read_text(encoding="utf-8"), "it shows an error without a kernel"
    moves = "data:image/gif" in path.read_text(encoding="utf-8")
    assert path.stat().st_size < (LIMIT_WITH_A_MOVIE if moves else LIMIT_BYTES)


@every(PATHS + MASTERS)
def test_it_was_run_from_top_to_bottom_without_an_error(path):
    cells = code_cells(path)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        for output in cell.outputs:
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text
            if "NBVAL_CHECK_OUTPUT" in cell.source:
                assert output.output_type in ("stream", "execute_result", "display_data")
        assert cell.outputs or "NBVAL_CHECK_OUTPUT" not in cell.source


@every(MASTERS)
def test_a_solution_compares_no_outputs(path):
    """The solutions are run by the tests of the labs, which look at points and errors, not at outputs."""
    assert not any("NBVAL_CHECK_OUTPUT" in cell.source for cell in code_cells(path))


@every(PATHS)
def test_it_was_stored_after_a_full_run(path):
    text = "".join(o.get("text", "") for cell in code_cells(path) for o in cell.outputs)
    assert "Profile: full" in text


@every(PATHS)
def test_it_opens_and_closes_as_every_page_does(path):
    cells = load(path).cells
    first, prose = cells[0].source, "\n".join(c.source for c in cells if c.cell_type == "markdown")
    assert first.startswith("# ")
    places = [first.index(f"**{part}**") for part in ("You will be able to", "Before you start", "Time")]
    assert places == sorted(places)
    goals = re.findall(r"^- ", first, flags=re.MULTILINE)
    assert 3 <= len(goals) <= 5
    closing = ["## What you saw", "## Try it", "## Check yourself", "## Further reading"]
    places = [prose.index(part) for part in closing]
    assert places == sorted(places)
    exercises = prose[places[1] : places[2]]
    assert 2 <= len(re.findall(r"^\d\. ", exercises, flags=re.MULTILINE)) <= 4
    questions = prose[places[2] :]
    assert questions.count("<details>") == questions.count("</details>") == 3
    assert prose.count("<details>") == prose.count("</details>"), "a folded note is not closed"


@every(PATHS)
def test_imports_and_profile_are_in_the_first_code_cell(path):
    first = code_cells(path)[0].source
    assert first.startswith(FIRST_LINE + "\nfrom helpers import")
    assert "profile.report()" in first


@every(PATHS)
def test_cells_are_short(path):
    sizes = sorted(lines(cell.source) for cell in code_cells(path))
    assert statistics.median(sizes) <= 6
    assert sizes[int(0.9 * (len(sizes) - 1))] < 18
    assert sizes[-1] <= 45


def folded(cell: nbformat.NotebookNode) -> bool:
    return bool(cell.metadata.get("jupyter", {}).get("source_hidden"))


@every(PATHS)
def test_open_code_is_the_code_of_the_idea(path):
    """What only draws a figure or checks a claim is folded, and tagged; asserts stand in checks alone."""
    opened = sorted(lines(cell.source) for cell in code_cells(path) if not folded(cell))
    assert sum(opened) <= 150
    assert statistics.median(opened) <= 6
    assert opened[-1] <= 45
    for cell in code_cells(path):
        tags = set(cell.metadata.get("tags", []))
        assert not folded(cell) or tags, f"say by a tag why it is folded: {cell.source[:60]}"
        if re.search(r"^\s*assert\b", cell.source, flags=re.MULTILINE):
            assert folded(cell), cell.source[:60]
            assert "check" in tags, cell.source[:60]


@every(PATHS)
def test_a_page_can_be_read_in_one_sitting_and_has_a_diagram(path):
    text = [c.source for c in load(path).cells if c.cell_type == "markdown"]
    words = sum(len(source.split()) for source in text)
    assert 1_200 <= words <= 2_500, f"{words} words"
    assert any("](figures/" in source for source in text)


@every(PATHS)
def test_there_is_enough_prose_and_not_too_much(path):
    notebook = load(path)
    words = sum(len(c.source.split()) for c in notebook.cells if c.cell_type == "markdown")
    # Upper limit: pages import the GAN that they once restated, so a line of code carries more words.
    ratio = words / sum(lines(cell.source) for cell in code_cells(path))
    assert 4 <= ratio <= 12, f"{ratio:.1f} words of prose for a line of code"


def is_picture(output: nbformat.NotebookNode) -> bool:
    data = output.get("data", {})
    return "image/png" in data or "<img " in data.get("text/html", "")


@every(PATHS)
def test_a_sentence_stands_above_every_picture(path):
    cells = load(path).cells
    for above, cell in itertools.pairwise(cells):
        if cell.cell_type == "code" and any(is_picture(output) for output in cell.outputs):
            assert above.cell_type == "markdown", f"describe the picture of: {cell.source[:60]}"


@every(PATHS)
def test_it_has_a_picture_and_checked_outputs(path):
    cells = code_cells(path)
    assert any("image/png" in o.get("data", {}) for cell in cells for o in cell.outputs)
    assert any("NBVAL_CHECK_OUTPUT" in cell.source for cell in cells)


@every(MASTERS)
def test_a_test_is_short_enough_to_be_read(path):
    """What students see of it shows what is given, called and compared; longer judges stand folded above."""
    seen = {c.metadata.nbgrader.grade_id: c.source for c in code_cells(path) if split.is_test(c)}
    seen = {name: source.split("### BEGIN HIDDEN TESTS")[0].strip() for name, source in seen.items()}
    long = {name: len(source.splitlines()) for name, source in seen.items()}
    assert not {name: many for name, many in long.items() if many > 25}


@every(MASTERS)
def test_what_stands_folded_above_a_test_is_made_nowhere_else(path):
    """A test that is run once more, after the cells below it, must find the judge that stands above it."""
    cells = [(cell, ast.parse(cell.source).body) for cell in code_cells(path)]
    made = Counter(name for _, body in cells for one in body for name in split.bound(one))
    for cell, body in cells:
        if folded(cell) and "nbgrader" in cell.metadata:
            assert cell.metadata.nbgrader.locked
            own = [name for one in body if not isinstance(one, ast.Import) for name in split.bound(one)]
            assert not [name for name in own if made[name] > 1]


@every(PATHS + MASTERS)
def test_names_are_the_course_names(path):
    for cell in code_cells(path):
        found = re.search(OTHER_NAMES, cell.source)
        assert not found, f"style: {found.group()} has another name in this course"


def gan_classes(sources: list[str]) -> dict[str, bool]:
    """Return ``{class named *GAN*: does it build on helpers.gan?}`` for the code of a page.

    Whatever is imported from ``helpers.gan`` counts, by whatever name, and so do subclasses of that.
    """
    known, found = set(), {}
    for node in ast.walk(ast.parse("\n".join(sources))):
        if isinstance(node, ast.ImportFrom) and node.module == "helpers.gan":
            known |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "helpers":
            modules = {alias.asname or alias.name for alias in node.names if alias.name == "gan"}
            known |= {f"{module}.{name}" for module in modules for name in ("GAN", "AveragedGAN")}
        elif isinstance(node, ast.ClassDef):
            course = any(ast.unparse(base) in known for base in node.bases)
            known = known | {node.name} if course else known - {node.name}
            if "GAN" in node.name:
                found[node.name] = course
    return found


@every(PATHS + MASTERS)
def test_gans_build_on_the_one_of_notebook_05(path):
    # What labs judge by must know nothing but what the tasks promise: stand-ins, which are no models.
    own = {"GAN", "AveragedGAN", "OtherStepGAN"} if path.stem == "05_training_loop" else set()
    own |= {"ReferenceGAN", "TinyGAN"} if path in MASTERS else set()
    alone = [name for name, course in gan_classes([c.source for c in code_cells(path)]).items() if not course]
    assert set(alone) <= own, "subclass GAN or AveragedGAN from helpers.gan"


def test_a_gan_that_restates_the_class_is_seen():
    ours = "from helpers.gan import GAN, AveragedGAN as Mean\nfrom helpers import data, gan as course\n"
    pages = {
        "class WGAN(GAN): ...": True,
        "class WGAN(Mean): ...": True,
        "class LSGAN(course.AveragedGAN): ...": True,
        "class Base(course.GAN): ...\nclass BestGAN(Base): ...": True,
        "class GAN(keras.Model): ...": False,
        "class Base(keras.Model): ...\nclass BestGAN(Base): ...": False,
        "def build():\n    class HiddenGAN(tf.keras.Model): ...": False,
        "class BestGAN: ...": False,
    }
    for page, course in pages.items():
        assert list(gan_classes([ours, page]).values()) == [course], page
    assert gan_classes(["from other import GAN", "class WGAN(GAN): ..."]) == {"WGAN": False}
    assert gan_classes(["class Critic(keras.Model): ..."]) == {}


def test_helpers_gan_is_what_notebooks_05_and_05b_export():
    written = (ROOT / "helpers" / "gan.py").read_text(encoding="utf-8")
    assert written == export_gan.exported_gan(), "change notebook 05 or 05b, then run make gan"


def test_an_exported_cell_that_is_not_listed_is_named(tmp_path):
    for page in export_gan.GAN_PAGES:
        notebook = load(ROOT / "notebooks" / f"{page}.ipynb")
        for cell in notebook.cells:
            if cell.id == "05b-export-saved":
                cell.metadata.tags = []
            elif cell.id == "05b-networks-b":
                cell.metadata.tags = ["export"]
        nbformat.write(notebook, tmp_path / f"{page}.ipynb")
    with pytest.raises(ValueError, match="differ: 05b-export-saved, 05b-networks-b"):
        export_gan.exported_gan(tmp_path)


@every(PATHS + MASTERS)
def test_no_placeholder_was_left(path):
    for cell in load(path).cells:
        if cell.cell_type == "markdown":
            assert not re.search(r"@[A-Z0-9]+@|TODO|FIXME|XXX", cell.source), cell.source


@every(PATHS + MASTERS)
def test_links_to_files_lead_somewhere(path):
    for cell in load(path).cells:
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", cell.source):
                assert (path.parent / target.split("#")[0]).exists(), target


RECORDS = [p for p in sorted(assets.FOLDER.glob("*.json")) if "source" in json.loads(p.read_text())]


@pytest.mark.parametrize("record", RECORDS, ids=[p.name for p in RECORDS])
def test_stored_results_were_made_by_the_cells_of_today(record):
    source = json.loads(record.read_text(encoding="utf-8"))["source"]
    notebook = ROOT / "notebooks" / f"{source['notebook']}.ipynb"
    again = f"make assets, or python -m helpers.assets.remake {source['notebook']}"
    assert sources.source_hash(notebook, set(source["tags"])) == source["hash"], f"stale; {again}"


def test_the_hash_sees_a_changed_cell_and_what_it_uses_of_the_gan(tmp_path, monkeypatch):
    def write(source, tag="bench"):
        cell = nbformat.v4.new_code_cell(source, metadata={"tags": [tag]})
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "n.ipynb")
        return tmp_path / "n.ipynb"

    first = sources.source_hash(write("steps = 3"), {"bench"})
    assert sources.source_hash(write("# why\n\nsteps = 3"), {"bench"}) == first
    assert sources.source_hash(write("steps = 4"), {"bench"}) != first
    assert sources.source_hash(write("import os\n\nsteps = 3"), {"bench"}) == first
    with pytest.raises(ValueError, match="no code cell tagged bench"):
        sources.source_hash(write("steps = 3", "train"), {"bench"})

    (tmp_path / "gan.py").write_text(
        "import keras\n\nrate = 1\n\n\ndef loss():\n    return rate\n\n\nother = 2\n"
    )
    monkeypatch.setattr(assets, "FOLDER", tmp_path / "assets")
    used = sources.source_hash(write("from helpers.gan import loss as ours"), {"bench"})
    for text, changes in (("rate = 1", True), ("return rate", True), ("other = 2", False)):
        before = (tmp_path / "gan.py").read_text()
        (tmp_path / "gan.py").write_text(before.replace(text, f"{text} + 5"))
        assert (sources.source_hash(tmp_path / "n.ipynb", {"bench"}) != used) == changes, text
        (tmp_path / "gan.py").write_text(before)
