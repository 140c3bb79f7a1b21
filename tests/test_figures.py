"""The diagrams of the pages: as their code draws them, shown on a page, in one look; and movies."""

import base64
import io
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from helpers import motion, plotting

import nbformat
import numpy as np
import pytest
from PIL import Image

from notebooks.figures import make, svg

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "notebooks" / "figures"
LARGEST = 40_000


def shown() -> dict[str, list[tuple[str, str]]]:
    """Return ``{page: [(alt text, file name), ...]}`` for the diagrams that pages embed."""
    found = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        text = "\n".join(
            c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "markdown"
        )
        found[path.stem] = re.findall(r"!\[([^\]]*)\]\(figures/([^)]+)\)", text)
    return found


def test_the_files_are_what_the_code_draws():
    written = {path.name: path.read_text(encoding="utf-8") for path in FIGURES.glob("*.svg")}
    assert written == make.drawn(), "run make figures"


def test_every_diagram_is_shown_on_its_page_and_said_in_words():
    places = {name: (page, alt) for page, pairs in shown().items() for alt, name in pairs}
    for path in FIGURES.glob("*.svg"):
        page, alt = places[path.name]
        assert path.name.split("_")[0] == page.split("_")[0], f"{path.name} stands on {page}"
        assert len(alt.split()) >= 5, f"{path.name}: {alt!r}"
    missing = set(places) - {path.name for path in FIGURES.glob("*.svg")}
    assert not missing


@pytest.mark.parametrize("path", sorted(FIGURES.glob("*.svg")), ids=lambda path: path.stem)
def test_a_diagram_stands_alone_and_keeps_inside_its_frame(path):
    """It loads nothing, names no font that must be installed, and no anchor lies outside the panel."""
    text = path.read_text(encoding="utf-8")
    assert len(text) < LARGEST
    root = ElementTree.fromstring(text)
    assert root.find("{http://www.w3.org/2000/svg}title").text
    assert not re.search(r"href|<script|<image|@import", text)
    width, height = float(root.get("width")), float(root.get("height"))
    for element in root.iter():
        for name, limit in (("x", width), ("y", height), ("cx", width), ("cy", height)):
            value = element.get(name)
            assert value is None or 0 <= float(value) <= limit, ElementTree.tostring(element)


def test_a_diagram_is_drawn_with_the_courses_colours():
    diagram = svg.Diagram(200, 100, "a < b & c")
    diagram.network(10, 10, 80, 60, "G", svg.G_COLOUR, widens=True)
    diagram.arrow([(10, 90), (100, 90)], svg.D_COLOUR, "back", dashed=True)
    diagram.pixels(120, 20, 40, np.eye(4) * 2 - 1)
    root = ElementTree.fromstring(diagram.svg())
    assert root.find("{http://www.w3.org/2000/svg}title").text == "a < b & c"
    assert (svg.G_COLOUR, svg.D_COLOUR) == (plotting.G_COLOUR, plotting.D_COLOUR)
    (corners,) = root.iter("{http://www.w3.org/2000/svg}polygon")
    left, right = [], []
    for pair in corners.get("points").split():
        x, y = map(float, pair.split(","))
        (left if x == 10 else right).append(y)
    assert max(right) - min(right) > max(left) - min(left), "a generator gets wider to the right"
    white = [r for r in root.iter("{http://www.w3.org/2000/svg}rect") if r.get("fill") == "#ffffff"]
    assert len(white) == 1 + 4, "the panel, and four white pixels"


def frames_of(movie: motion.Movie) -> list[tuple[np.ndarray, int]]:
    found = []
    with Image.open(io.BytesIO(movie.data)) as file:
        for number in range(file.n_frames):
            file.seek(number)
            found.append((np.asarray(file.convert("L")), file.info["duration"]))
    return found


def test_a_movie_shows_each_step_in_order_and_rests_on_the_first_and_last():
    images = {step: np.full((4, 6, 6, 1), value, "float32") for step, value in ((50, 1), (0, -1), (10, 0))}
    movie = motion.movie(images, alt="grey & <white>", columns=2, scale=3, milliseconds=100)
    frames = frames_of(movie)
    assert [duration for _, duration in frames] == [1100, 100, 1100]
    for (frame, _), brightness in zip(frames, (0, 128, 255), strict=True):
        assert frame.shape == (2 * 7 * 3 + 18, 2 * 7 * 3)
        assert abs(int(frame[18 + 8, 8]) - brightness) < 12
        assert frame[:18].min() < 100, "the step is written above"
    bundle = movie._repr_mimebundle_()
    assert 'alt="grey &amp; &lt;white&gt;"' in bundle["text/html"]
    data = re.search(r"base64,([^\"]+)", bundle["text/html"]).group(1)
    assert base64.b64decode(data) == movie.data


def test_a_movie_in_colour_keeps_its_colours():
    image = np.zeros((1, 8, 8, 3), "float32") - 1
    image[..., 0] = 1  # red
    movie = motion.movie({0: image, 1: -image}, alt="red, then cyan", columns=1)
    with Image.open(io.BytesIO(movie.data)) as file:
        red = np.asarray(file.convert("RGB"))[24, 4]
    assert red[0] > 200 > 60 > red[1]


def test_a_movie_says_what_is_wrong():
    noise = np.random.default_rng(0).integers(0, 256, (12, 400, 400, 3), dtype=np.uint8)
    with pytest.raises(ValueError, match="at least two frames, not 1"):
        motion.gif(list(noise[:1]), alt="one")
    with pytest.raises(ValueError, match=r"more than 400: take fewer frames"):
        motion.gif(list(noise), alt="noise", colours=16)
    with pytest.raises(ValueError, match=r"\[-1, 1\]"):
        motion.movie({0: np.full((1, 4, 4, 1), 255.0), 1: np.zeros((1, 4, 4, 1))}, alt="wrong range")
