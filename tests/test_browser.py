"""The widget notebooks in a real JupyterLab and a real Chromium: one server and one browser for all."""

import os
import re
from pathlib import Path

import nbformat
import pytest

from tests import lab, slicing

ROOT = Path(__file__).parents[1]
WIDGET_NOTEBOOKS = {  # which cells are tried; 00 as a whole, of the others only what these cells need
    "00_start_here": "",
    "01_what_is_a_gan": "play_the_discriminator.show",
    "02_the_adversarial_game": "game.show()",
    "15_image_to_image": "draw_an_outline.show",
    "18_adversarial_examples": "Panel([slider",
}
MISSING = "NO BROWSER: the widgets were not tried. Install Chromium to run these tests."

no_browser = pytest.mark.skipif(lab.find_browser() is None and not os.environ.get("CI"), reason=MISSING)
pytestmark = [pytest.mark.slow, no_browser]


def with_widget(name: str, words: str) -> nbformat.NotebookNode:
    """Return a page with the cells that hold these words, and what they need; no other code."""
    notebook = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
    needed = slicing.needed_cells(notebook, lambda cell: cell.cell_type == "code" and words in cell.source)
    assert any(words in source for _, source in needed), f"{name} has no cell with {words}"
    sources = {cell.id: source for cell, source in needed}
    if words:
        notebook.cells = [c for c in notebook.cells if c.id in sources]
    for cell in notebook.cells:
        cell.source = sources.get(cell.id, cell.source)
    return notebook


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    assert lab.find_browser(), MISSING
    folder = tmp_path_factory.mktemp("course")
    for name, words in WIDGET_NOTEBOOKS.items():
        nbformat.write(with_widget(name, words), folder / f"{name}.ipynb")
    settings = tmp_path_factory.mktemp("settings")
    with lab.serve(folder, settings) as address, lab.browse() as page:
        page.address = address
        yield page


def run(page, name: str):
    """Open a notebook, run it, and return its page area."""
    lab.open_notebook(page, page.address, f"{name}.ipynb")
    lab.run_all(page, seconds=120)
    assert not page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count()
    return page.locator(".jp-Notebook")


def settled(page, picture) -> bytes:
    """Return the picture's pixels once two looks in a row agree."""
    last = picture.screenshot()
    for _ in range(40):
        page.wait_for_timeout(250)
        now = picture.screenshot()
        if now == last:
            return now
        last = now
    raise AssertionError("the picture does not come to rest")


def changes(page, picture, before: bytes, seconds: float = 10.0) -> bool:
    """Tell whether the picture differs from ``before`` within some seconds."""
    for _ in range(int(seconds * 4)):
        if picture.screenshot() != before:
            return True
        page.wait_for_timeout(250)
    return False


def test_a_digit_a_slider_and_a_button_redraw_the_sample(page):
    notebook = run(page, "00_start_here")
    picture = notebook.locator("img.widget-image").first
    picture.scroll_into_view_if_needed()
    first = settled(page, picture)
    assert not changes(page, picture, first, seconds=1), "nothing was touched"
    notebook.get_by_text("Asked for a 5. No walk").wait_for()
    notebook.get_by_role("button", name="8", exact=True).click()
    assert changes(page, picture, first)
    notebook.get_by_text("Asked for a 8. No walk").wait_for()
    eight = settled(page, picture)
    slider = notebook.get_by_role("slider").first
    slider.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert changes(page, picture, eight)
    notebook.get_by_text(re.compile(r"Walk: thickness \+0\.8")).wait_for()
    walked = settled(page, picture)
    notebook.get_by_role("button", name="New sample").focus()
    page.keyboard.press("Space")
    assert changes(page, picture, walked)


def test_playing_the_discriminator_scores_a_click(page):
    notebook = run(page, "01_what_is_a_gan")
    show = notebook.get_by_role("button", name="Show the score")
    show.click()
    notebook.get_by_text("Mark at least one image first.").wait_for()
    notebook.get_by_role("button", name="real", exact=True).first.click()
    show.click()
    text = notebook.get_by_text(re.compile(r"You: [01] of 1 right")).first
    text.wait_for()
    assert re.search(r"Discriminator: [01] of 1 right", text.inner_text())
    notebook.get_by_role("button", name="New round").click()
    notebook.get_by_text("Which images are real digits").wait_for()


def draw_by_mouse_and_by_keyboard(page, notebook, picture) -> None:
    """Choose the data set that is drawn, mark squares in three ways, and show the warped grid."""
    notebook.get_by_label("data", exact=True).select_option("drawn")
    notebook.get_by_text(re.compile("The drawing is empty: mark at least one square")).first.wait_for()
    before = settled(page, picture)
    square = notebook.get_by_title("row 3, column 4", exact=True)
    square.click()
    notebook.get_by_text(re.compile(r"Paused\. Updates of D: 0; of G: 0\.")).first.wait_for()
    assert changes(page, picture, before), "real points stand where the square is"
    one = settled(page, picture)
    page.keyboard.press("Tab")  # the square to the right
    page.keyboard.press("Space")
    assert changes(page, picture, one)
    two = settled(page, picture)
    notebook.get_by_role("slider").nth(3).focus()  # after three settings: the upper row
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    notebook.get_by_role("button", name="Mark", exact=True).focus()
    page.keyboard.press("Space")
    assert changes(page, picture, two)
    marked = settled(page, picture)
    grid = notebook.get_by_label("show a grid of noise, warped by G")
    grid.focus()
    page.keyboard.press("Space")
    assert changes(page, picture, marked)


def test_the_playground_runs_pauses_steps_and_is_drawn_on(page):
    notebook = run(page, "02_the_adversarial_game")
    picture = notebook.locator("img.widget-image").first
    picture.scroll_into_view_if_needed()

    def press(name: str) -> None:
        notebook.get_by_role("button", name=name, exact=True).click()

    def wait_for_status(pattern: str) -> None:
        notebook.get_by_text(re.compile(pattern)).first.wait_for()

    press("Reset")
    wait_for_status(r"Paused\. Updates of D: 0; of G: 0\.")
    fresh = settled(page, picture)
    assert not changes(page, picture, fresh, seconds=1), "paused, so nothing may move"
    press("Step D")
    wait_for_status("Updates of D: 1; of G: 0")
    assert changes(page, picture, fresh)
    after_d = settled(page, picture)
    press("Step G")
    wait_for_status("Updates of D: 1; of G: 1")
    assert changes(page, picture, after_d)
    after_g = settled(page, picture)
    press("Start")
    wait_for_status(r"Running\.")
    assert changes(page, picture, after_g)
    press("Pause")
    wait_for_status(r"Paused\. Updates of D: \d")
    paused = settled(page, picture)
    assert not changes(page, picture, paused, seconds=2), "paused, so nothing may move"
    press("Reset")
    wait_for_status(r"Updates of D: 0; of G: 0")
    page.wait_for_timeout(500)
    assert settled(page, picture) == fresh, "the same seed starts from the same picture"
    draw_by_mouse_and_by_keyboard(page, notebook, picture)


def test_an_outline_is_drawn_by_mouse_and_by_keyboard_and_filled(page):
    notebook = run(page, "15_image_to_image")
    picture = notebook.locator("img.widget-image").first
    picture.scroll_into_view_if_needed()
    notebook.get_by_role("button", name="Clear", exact=True).click()
    notebook.get_by_text(re.compile(r"0 squares drawn\. Filled in \d+ ms")).wait_for()
    empty = settled(page, picture)
    notebook.get_by_title("row 3, column 4", exact=True).click()
    assert changes(page, picture, empty)
    one = settled(page, picture)
    page.keyboard.press("Tab")  # the square to the right
    page.keyboard.press("Space")
    assert changes(page, picture, one)
    notebook.get_by_text(re.compile("^2 squares drawn")).wait_for()
    two = settled(page, picture)
    notebook.get_by_role("slider").first.focus()  # the upper of the chosen rows
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    notebook.get_by_role("button", name="Ring", exact=True).focus()
    page.keyboard.press("Space")
    assert changes(page, picture, two)
    notebook.get_by_text(re.compile(r"^([3-9]|\d\d) squares drawn")).wait_for()


def test_the_strength_of_an_attack_is_slid(page):
    notebook = run(page, "18_adversarial_examples")
    picture = notebook.locator("img.widget-image").first
    picture.scroll_into_view_if_needed()
    notebook.get_by_text(re.compile(r"^Moved by 38 of 255 grey levels: \d+ of 10")).wait_for()
    before = settled(page, picture)
    notebook.get_by_role("slider").first.focus()
    page.keyboard.press("End")
    notebook.get_by_text(re.compile(r"^Moved by 128 of 255 grey levels: \d+ of 10")).wait_for()
    assert changes(page, picture, before)
