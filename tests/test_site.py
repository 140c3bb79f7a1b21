"""The website: made from what is stored, without solutions, whole without a network, and usable by all."""

import contextlib
import functools
import html
import http.server
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urldefrag

from helpers.widgets.panel import WORDS

import nbformat
import numpy as np
import pytest
from packaging.requirements import Requirement
from playwright.sync_api import expect

from notebooks.website import glossary, make, pages, pictures, readme, recorded, words
from tests import lab

ROOT = Path(__file__).parents[1]
WEBSITE = ROOT / "notebooks" / "website"
PLACES = pages.found(ROOT)
TERMS = glossary.terms(glossary.read(ROOT))
NAMES = [name for name, place in PLACES.items() if Path(place).stem == name]
NO_SITE = "NO SITE: the website's packages are missing. `make site` adds them."
NO_BROWSER = "NO BROWSER: the website was not opened. Install Chromium to run these tests."
has_packages = all(map(importlib.util.find_spec, ("myst_nb", "sphinx_book_theme", "math_core", "ziamath")))
needs_site = pytest.mark.skipif(not has_packages and not os.environ.get("CI"), reason=NO_SITE)
needs_browser = pytest.mark.skipif(lab.find_browser() is None and not os.environ.get("CI"), reason=NO_BROWSER)
ELSEWHERE = re.compile(
    r"""<(?!a\b)[^>]*?\b(?:src|href)=["']?(?:https?:)?//[^"'> ]+|url\(["']?(?:https?:)?//"""
)


# What the pages are made of: quick, and without the website's packages


def test_pages_that_are_named_in_prose_become_links():
    place = {"05": "05_loop.ipynb", "05b": "05b_b.ipynb", "07": "07_d.ipynb", "lab01_x": "../l.ipynb"}.get
    for text, wanted in {
        "as in notebook 05.": "as in [notebook 05](05_loop.ipynb).",
        "Notebook 05's pair": "[Notebook 05](05_loop.ipynb)'s pair",
        "notebooks 05, 06 and 07": "notebooks [05](05_loop.ipynb), 06 and [07](07_d.ipynb)",
        "see page 05b": "see [page 05b](05b_b.ipynb)",
        "(05b shows why)": "(05b shows why)",
        "he (05b), (05 to 07)": "he ([05b](05b_b.ipynb)), ([05](05_loop.ipynb) to [07](07_d.ipynb))",
        "hand in `lab01_x` in time": "hand in [`lab01_x`](../l.ipynb) in time",
        "`notebook 05`, $notebook 05$": "`notebook 05`, $notebook 05$",
        "[notebook 05](there), (07.5) and page 07.5": "[notebook 05](there), (07.5) and page 07.5",
        "# After notebook 05": "# After notebook 05",
        "<details><summary>In notebook 05?</summary>": "<details><summary>In notebook 05?</summary>",
        "```\nnotebook 05\n```": "```\nnotebook 05\n```",
        "notebook 99 and 05": "notebook 99 and [05](05_loop.ipynb)",
    }.items():
        assert words.linked(text, place) == wanted


def test_a_picture_says_its_titles_and_the_sentence_above_it():
    source = 'left.set(title="The loss", xlabel="x")\naxes.set_title(f"{x}")\nfigure.suptitle("Both")'
    above = "## A heading\n\nThe *bold* line is `d_loss`, see [05](05.ipynb)."
    assert pictures.described(source, above) == "The loss. Both. The bold line is d_loss, see 05."
    assert len(pictures.described("", "word " * 200)) <= pictures.LONGEST + 4
    assert pictures.described("not python (", "")


def test_a_sound_becomes_a_file_and_says_what_is_heard(tmp_path):
    player = '<audio controls><source src="data:audio/wav;base64,UklGRg==" type="audio/wav" /></audio>'
    shown = pictures.Pictures(tmp_path).taken_out(player, "../", 'Eight "notes"')
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == b"RIFF"
    assert f'<source src="../pictures/{file.name}" type="audio/wav" />' in shown
    assert '<audio aria-label="Eight &quot;notes&quot;" controls>' in shown


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> dict[str, dict]:
    """Return ``{name: notebook}`` as the builder gets them."""
    rest = PLACES, pictures.Pictures(tmp_path_factory.mktemp("pictures")), TERMS, "PLAYGROUND {up}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "mathml", lambda tex, block: tex)  # it needs the website's packages
        return {name: pages.page(ROOT / PLACES[name], ROOT, *rest) for name in NAMES}


def code_cells(notebook: dict) -> list[dict]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_code_that_only_draws_or_checks_is_folded_and_no_other(prepared):
    for name, notebook in prepared.items():
        stored = nbformat.read(ROOT / PLACES[name], as_version=4)
        for cell, before in zip(notebook["cells"], stored.cells, strict=True):
            tags = set(before.metadata.get("tags", []))
            hidden = before.metadata.get("jupyter", {}).get("source_hidden") or tags & {"figure", "check"}
            test = before.metadata.get("nbgrader", {}).get("grade") and before.cell_type == "code"
            assert ("hide-input" in cell["metadata"].get("tags", [])) == bool(hidden or test), (
                name,
                before.id,
            )


def test_every_picture_is_a_file_and_has_words(prepared):
    for name, notebook in prepared.items():
        text = json.dumps(notebook)
        assert not re.search(r"data:(image|audio)", text), name
        assert '"image/png"' not in text, name
        for image in re.findall(r"<img [^>]*>", json.dumps(notebook).replace('\\"', '"')):
            assert re.search(r' alt="[^"]{10,}"', image), (name, image)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "markdown":
                assert "![](" not in cell["source"], name


def test_the_playground_stands_where_the_widget_would(prepared):
    shown = [o for c in code_cells(prepared["02_the_adversarial_game"]) for o in c["outputs"] if "data" in o]
    assert [o["data"] for o in shown if "PLAYGROUND" in str(o["data"])] == [{"text/html": "PLAYGROUND ../"}]


def test_where_a_widget_would_be_words_say_where_it_can_be_pressed(prepared):
    text = json.dumps(prepared)
    assert WORDS not in text
    assert text.count("Nothing can be pressed on the website") >= 6


def test_the_answers_beside_the_playground_are_what_was_recorded():
    runs, asked = recorded.about()["runs"], {"loss": "non-saturating", "d_steps": 1}
    found = {}
    with np.load(recorded.STORED) as file:
        for number, run in enumerate(runs):
            if asked.items() <= run.items():
                rates = run["d_learning_rate"], run["g_learning_rate"]
                found[rates] = int(file[f"{number}_modes"][-1]), *file[f"{number}_losses"][-1]
    chance = recorded.about()["chance"]["non-saturating"]
    modes, d_loss, g_loss = found[1e-2, 1e-4]
    assert modes == 8
    assert abs(d_loss - chance["d_loss"]) > 0.4
    assert abs(g_loss - chance["g_loss"]) > 1
    modes, d_loss, g_loss = found[1e-4, 1e-2]
    assert modes == 1
    assert abs(d_loss - chance["d_loss"]) < 0.1
    assert abs(g_loss - chance["g_loss"]) < 0.1


def test_every_term_leads_to_the_glossary_from_where_it_is_explained(prepared):
    entries = re.findall(r'<span id="(term-[^"]+)">', json.dumps(prepared["glossary"]).replace('\\"', '"'))
    assert len(set(entries)) == len(entries) > 150
    found = {}
    for name in NAMES:
        text = "\n".join(c["source"] for c in prepared[name]["cells"] if c["cell_type"] == "markdown")
        for place in re.findall(r'href="glossary\.html#([^"]+)"', text):
            found.setdefault(place, []).append(name)
    assert set(found) <= set(entries)
    assert len(found) > 0.95 * len(entries)  # the others are in bold in the words of a picture alone
    assert {place: pages for place, pages in found.items() if len(pages) > 1} == {}


def test_every_notebook_and_lab_is_listed_on_the_first_page():
    first = readme.first_page(ROOT, PLACES)
    systems = list(readme.systems_pages(ROOT, PLACES))
    listed = re.findall(r"<?((?:notebooks|labs)/[\w/]+)>?$", first, flags=re.MULTILINE)
    assert [f"{place}.md" for place in listed if "/systems/" in place] == systems
    assert systems[0] == "notebooks/systems/README.md"
    listed = [place for place in listed if "/systems/" not in place]
    assert sorted(listed) == sorted(PLACES[name].removesuffix(".ipynb") for name in NAMES)
    for name in NAMES:
        assert f"({PLACES[name]})" in first, name


def test_a_page_that_the_readme_does_not_know_is_listed_too(tmp_path):
    shutil.copy(ROOT / "README.md", tmp_path)
    for folder, name in (("notebooks", "99_new"), ("labs/lab99_new", "lab99_new")):
        cell = nbformat.v4.new_markdown_cell("# Brand new")
        (tmp_path / folder).mkdir(parents=True)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / folder / f"{name}.ipynb")
    first = readme.first_page(tmp_path, pages.found(tmp_path))
    assert "| [99 Brand new](notebooks/99_new.ipynb) |" in first
    assert "99 Brand new <notebooks/99_new>" in first
    assert "| [Brand new](labs/lab99_new/lab99_new.ipynb) |" in first
    assert "grading/README.md" not in readme.instructors_page(tmp_path, {})


def test_the_recorded_runs_are_of_todays_cells_and_small(tmp_path):
    from helpers.assets import (
        sources,
    )  # here: it starts TensorFlow, and no other test of this file needs that

    known = recorded.about()
    source = known["source"]
    page = ROOT / "notebooks" / f"{source['notebook']}.ipynb"
    assert sources.source_hash(page, set(source["tags"])) == source["hash"], "stale; make recordings"
    assert [{k: v for k, v in run.items() if k != "trouble"} for run in known["runs"]] == recorded.grid()
    recorded.write_scripts(tmp_path / "runs")
    scripts = sorted((tmp_path / "runs").iterdir())
    assert len(scripts) == 1 + len(known["runs"])
    assert sum(path.stat().st_size for path in scripts) < 3_000_000
    with np.load(recorded.STORED) as file:
        for number, run in enumerate(known["runs"]):
            moments = len(file[f"{number}_modes"])
            assert moments == len(known["moments"]) or run["trouble"]
            assert file[f"{number}_points"].shape == file[f"{number}_arrows"].shape == (moments, 150, 2)
            assert file[f"{number}_background"].shape == (moments, recorded.SQUARES, recorded.SQUARES)


def requirements(path: Path) -> list[Requirement]:
    lines = [line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [Requirement(line) for line in lines if line]


def test_both_locks_agree_and_name_no_host():
    text = (WEBSITE / "requirements.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text, flags=re.MULTILINE)
    course, site = ({}, {})
    for found, path in ((course, ROOT / "requirements.txt"), (site, WEBSITE / "requirements.txt")):
        for need in requirements(path):
            found.setdefault(need.name, set()).add(str(need.specifier))
    assert {name: site[name] for name in site.keys() & course.keys()} == {
        name: course[name] for name in site.keys() & course.keys()
    }, "make lock"
    assert {need.name for need in requirements(WEBSITE / "requirements.in")} <= set(site)


def secret_lines(lab_name: str = "*") -> set[str]:
    """Return the lines of solutions, hidden tests and mark schemes that no page or released lab has."""
    secret, public = set(), set()
    for path in (ROOT / "solutions").glob(f"{lab_name}/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            marked = re.findall(
                r"### BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)\n(.*?)### END \1",
                cell.source,
                flags=re.DOTALL,
            )
            parts = [part for _, part in marked]
            if cell.metadata.get("nbgrader", {}).get("solution") and not parts:
                parts = [cell.source]
            secret |= {words_of(line) for part in parts for line in part.splitlines()}
    for path in [ROOT / place for place in set(PLACES.values())]:
        for cell in nbformat.read(path, as_version=4).cells:
            public |= {words_of(line) for line in cell.source.splitlines()}
    known = "\n".join(public)
    return {line for line in secret - public if len(line) > 30 and line not in known}


def words_of(text: str) -> str:
    """Return a text without what a page may set otherwise: spaces, and signs of Markdown."""
    return re.sub(r"[\s*_`$#|]+", "", text)


def leaked(page: str, secret: set[str]) -> list[str]:
    """Return the secret lines that a built page holds."""
    text = words_of(html.unescape(re.sub(r"<[^>]+>", "", page)))
    return sorted(line for line in secret if line in text)


def test_a_leaked_solution_would_be_seen():
    for folder in (ROOT / "solutions").glob("*/"):
        assert len(secret_lines(folder.name)) > 50, folder.name
    line = "d_loss = tf.reduce_mean(keras.ops.softplus(-real_logits)) + 0.1"
    shown = "<span>d_loss</span> <span>=</span> tf<b>.reduce_mean</b>(keras.ops.softplus(-real_logits)) + 0.1"
    assert leaked(f"<pre>{shown}</pre>", {words_of(line)}) == [words_of(line)]
    assert leaked("<pre>d_loss = 0</pre>", {words_of(line)}) == []


# The built site


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Return the folder of a site that was just built."""
    folder = tmp_path_factory.mktemp("built")
    make.build(folder / "site", folder / "source")
    return folder / "site"


def built(site: Path) -> dict[str, str]:
    """Return ``{path: text}`` of all pages of a built site."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts
    }


@needs_site
@pytest.mark.slow
class TestBuilt:
    def test_every_notebook_and_lab_has_a_page(self, site):
        found = built(site)
        for name in NAMES:
            assert PLACES[name].replace(".ipynb", ".html") in found
        assert {"index.html", "instructors.html", "playground.html", "search.html"} <= set(found)
        assert {place.replace(".md", ".html") for place in readme.systems_pages(ROOT, PLACES)} <= set(found)
        assert "<details" in found["notebooks/02_the_adversarial_game.html"]

    def test_no_solution_no_hidden_test_and_no_mark_scheme_is_in_it(self, site):
        secret = secret_lines()
        texts = built(site) | {"searchindex.js": (site / "searchindex.js").read_text(encoding="utf-8")}
        for name, text in texts.items():
            assert not leaked(text, secret), name
            assert not re.search(r"BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)", text), name
        files = [path for path in site.rglob("*") if path.is_file() and "_static" not in path.parts]
        kinds = {path.suffix for path in files}
        assert not kinds & {".ipynb", ".py", ".md", ".txt"}, kinds

    def test_no_page_asks_for_anything_from_elsewhere(self, site):
        for name, text in built(site).items():
            assert not ELSEWHERE.search(text), (name, ELSEWHERE.search(text).group())
        for path in site.rglob("*.css"):
            assert not ELSEWHERE.search(path.read_text(encoding="utf-8")), path

    def test_no_link_is_broken(self, site):
        found = built(site)
        ids = {name: set(re.findall(r'\bid="([^"]+)"', text)) for name, text in found.items()}
        for name, text in found.items():
            for link in re.findall(r'\b(?:href|src|data-still)="([^"]*)"', text):
                if re.match(r"(https?|mailto|data):", link):
                    continue
                path, fragment = urldefrag(html.unescape(link))
                there = (site / name).parent / unquote(path.split("?")[0]) if path else site / name
                assert there.resolve().is_file(), (name, link)
                where = there.resolve().relative_to(site.resolve()).as_posix()
                if fragment and where in ids and fragment not in ("", "top"):
                    assert unquote(fragment) in ids[where], (name, link)

    def test_every_formula_is_set_and_every_picture_has_words(self, site):
        for name, text in built(site).items():
            assert "<merror" not in text, name
            for image in re.findall(r"<img\b[^>]*>", text):
                assert re.search(r'\balt="[^"]+"', image), (name, image)
        assert sum(text.count("<math") for text in built(site).values()) > 300


@contextlib.contextmanager
def served(folder: Path):
    """Serve a folder on a free loopback port; give its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder)
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def opened(site):
    """Return a browser's page on the served site; whatever goes wrong in it is kept in ``page.wrong``."""
    with served(site) as address, lab.browse() as page:

        def failed(request):
            if "ERR_ABORTED" not in str(request.failure):  # that is a page which was left while it searched
                page.wrong.append(f"failed: {request.url}: {request.failure}")

        page.address, page.wrong = address, []
        page.on("console", lambda m: page.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("requestfailed", failed)
        page.on("response", lambda r: page.wrong.append(f"{r.status}: {r.url}") if r.status >= 400 else None)

        def ask(route):
            if route.request.url.startswith((address, "data:", "file:")):
                route.continue_()
            else:
                page.wrong.append(f"elsewhere: {route.request.url}")
                route.abort()

        page.route("**/*", ask)
        yield page


def axe(page) -> list[str]:
    """Return the findings of axe-core on the page as it stands, minor ones left out."""
    script = Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js")
    page.evaluate(script.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        if rule["impact"] != "minor"
        for node in rule["nodes"]
    ]


PICTURES_ARE_THERE = """async () => {
  const images = [...document.querySelectorAll("img")];
  images.forEach((image) => { image.loading = "eager"; });
  await Promise.all(images.map((image) => image.complete || new Promise((done) => {
    image.onload = image.onerror = done;
  })));
  return images.filter((image) => !image.naturalWidth).map((image) => image.src);
}"""
EMPTY_FORMULAS = """() => [...document.querySelectorAll("math")].filter(
  (math) => math.checkVisibility() && !math.getBoundingClientRect().width).map((math) => math.outerHTML)"""
FONT = "'16px \"STIX Two Math of the course\"'"
LOOKED_AT = {  # a page of each kind, and those with most in them in both
    "light": (
        "index",
        "notebooks/02_the_adversarial_game",
        "notebooks/glossary",
        "notebooks/systems/windows",
    ),
    "dark": ("instructors", "notebooks/02_the_adversarial_game", "playground", "labs/LAB/LAB"),
}


@needs_site
@needs_browser
@pytest.mark.slow
class TestOpened:
    def test_every_page_is_whole_and_fits_a_phone(self, site, opened):
        opened.set_viewport_size({"width": 390, "height": 800})
        for name in built(site):
            opened.goto(f"{opened.address}/{name}")
            assert opened.evaluate(PICTURES_ARE_THERE) == [], name
            assert opened.evaluate(EMPTY_FORMULAS) == [], name
            assert opened.evaluate("document.documentElement.scrollWidth") <= 390, name
        opened.goto(f"{opened.address}/notebooks/02_the_adversarial_game.html")
        assert opened.evaluate(
            "document.fonts.ready.then((fonts) => fonts.check(FONT))".replace("FONT", FONT)
        )
        assert opened.wrong == []

    @pytest.mark.parametrize("scheme", LOOKED_AT)
    def test_axe_finds_nothing_but_what_is_minor(self, opened, scheme):
        opened.set_viewport_size({"width": 1300, "height": 1000})
        # Without motion: a colour on its way from light to dark has no contrast.
        opened.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for name in LOOKED_AT[scheme]:
            name = name.replace("LAB", next(name for name in NAMES if name.startswith("lab01")))
            opened.goto(f"{opened.address}/{name}.html")
            opened.wait_for_timeout(300)
            assert opened.evaluate("document.documentElement.dataset.theme") == scheme
            assert axe(opened) == [], name
        opened.emulate_media(color_scheme="light", reduced_motion="no-preference")

    def test_folded_code_opens_by_one_key(self, opened):
        opened.goto(f"{opened.address}/notebooks/02_the_adversarial_game.html")
        folded = opened.locator("details.hide").first
        summary = folded.locator("summary")
        assert not folded.locator("pre").first.is_visible()
        summary.focus()
        opened.keyboard.press("Enter")
        expect(folded.locator("pre").first).to_be_visible()
        summary.click()
        expect(folded.locator("pre").first).to_be_hidden()

    def test_a_movie_is_stopped_by_a_key_and_starts_for_nobody_who_wants_no_motion(self, opened):
        opened.goto(f"{opened.address}/notebooks/02_the_adversarial_game.html")
        image = opened.locator("img[data-still]").first
        assert image.get_attribute("src").endswith(".gif")
        opened.get_by_role("button", name="Stop the movie").first.focus()
        opened.keyboard.press("Space")
        assert image.get_attribute("src").endswith(".png")
        opened.emulate_media(reduced_motion="reduce")
        opened.reload()
        assert image.get_attribute("src").endswith(".png")
        opened.emulate_media(reduced_motion="no-preference")

    def test_the_search_finds_a_term(self, opened):
        opened.goto(f"{opened.address}/search.html?q=Lipschitz+critic")
        expect(opened.locator("#search-results li a").first).to_be_visible()
        for asked, first in (("logit", "glossary"), ("install", "systems/README")):
            opened.goto(f"{opened.address}/search.html?q={asked}")
            expect(opened.locator("#search-results li a").first).to_have_attribute("href", re.compile(first))
        opened.goto(f"{opened.address}/search.html?q=checkerboard")
        opened.locator("#search-results a", has_text="transposed").or_(
            opened.locator("#search-results a", has_text="grows")
        ).first.wait_for()

    @pytest.mark.parametrize("place", ["served", "from a disk"])
    def test_the_playground_is_played_by_keys_and_says_what_it_shows(self, site, opened, place):
        start = opened.address if place == "served" else site.resolve().as_uri()
        opened.goto(f"{start}/playground.html")
        status, slider = opened.get_by_role("status"), opened.get_by_role("slider", name="step")
        expect(status).to_have_text(re.compile(r"^Step 300: \d of 8 groups covered\. Loss of D \d"))
        plane = opened.get_by_role("img", name=re.compile("The plane at step 300"))
        before = plane.screenshot()
        slider.focus()
        opened.keyboard.press("ArrowRight")
        expect(status).to_have_text(re.compile(r"^Step 400: "))
        assert slider.get_attribute("aria-valuetext").startswith("step 400: ")
        after = opened.get_by_role("img", name=re.compile("The plane at step 400")).screenshot()
        assert after != before
        loss = opened.get_by_role("combobox", name="loss", exact=True)
        loss.focus()
        opened.keyboard.press("W")
        expect(loss).to_have_value("Wasserstein")
        expect(status).to_have_text(re.compile(r"^Step 400: .*Loss of D -?\d"))
        for name in ("learning rate of D", "learning rate of G", "D steps per G step"):
            opened.get_by_role("combobox", name=name).select_option(index=1)
        expect(status).to_have_text(re.compile(r"^Step 400: "))
        opened.get_by_role("button", name="Play", exact=True).focus()
        opened.keyboard.press("Space")
        expect(opened.locator(".playground-words")).to_have_text(re.compile(r"^Step 500: "))
        opened.keyboard.press("Space")
        expect(opened.get_by_role("button", name="Play", exact=True)).to_be_visible()
        assert opened.wrong == []

    def test_the_tab_key_reaches_the_text_the_search_and_the_pages(self, opened):
        opened.goto(f"{opened.address}/index.html")
        reached = []
        for _ in range(12):
            opened.keyboard.press("Tab")
            reached.append(
                opened.evaluate("document.activeElement.innerText || document.activeElement.title")
            )
        assert "Skip to main content" in reached[0]
        assert any("00 " in text for text in reached), reached
        tree = opened.locator("body").aria_snapshot()
        for part in ("banner", "main", "navigation", "heading"):
            assert part in tree, part


@needs_site
@pytest.mark.slow
def test_a_broken_link_stops_the_build(tmp_path, monkeypatch, capfd):
    def little(source: Path) -> None:
        source.mkdir(parents=True)
        (source / "index.md").write_text("# One\n\n[there](nowhere.md)\n")
        (source / "extra").mkdir()

    monkeypatch.setattr(make, "write_source", little)
    with pytest.raises(SystemExit, match="No site was made"):
        make.build(tmp_path / "site", tmp_path / "source")
    assert "nowhere.md" in capfd.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_a_recorded_run_is_what_the_engine_plays():
    """In a process of its own: the page's networks are the full profile's."""
    code = (
        "from helpers.assets.pages import cells\n"
        "from notebooks.website import recorded\n"
        "import numpy as np\n"
        "run = recorded.play(cells(recorded.PAGE, recorded.TAG)['game'], recorded.grid()[8], (0, 10))\n"
        "with np.load(recorded.STORED) as file:\n"
        "    for name in ('points', 'background'):\n"
        "        stored = file[f'8_{name}'][:2].astype(int)\n"
        "        assert abs(run[name] - stored).max() <= 3, name\n"
        "    assert np.allclose(run['losses'], file['8_losses'][:1], rtol=1e-2)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
