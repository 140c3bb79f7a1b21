"""Draw an outline and see it filled: the board, its tools and the answer, without a browser."""

import io
import itertools

from helpers.widgets import draw_an_outline

import ipywidgets as widgets
import numpy as np
import pytest
from PIL import Image

from tests.test_widgets_pick_and_play import button, parts, png


def fill(outlines):
    """A 'network' that paints the lines red and the paper green."""
    line = (np.asarray(outlines) + 1) / 2
    return np.concatenate([2 * line - 1, 1 - 2 * line, -np.ones_like(line)], axis=-1)


def outline(rows, columns):
    marked = np.zeros((16, 16), bool)
    marked[rows, columns] = True
    return draw_an_outline.to_outline(marked)[0]


EXAMPLES = {"a bar": outline(2, slice(1, 5)), "a stem": outline(slice(3, 9), 7)}


@pytest.fixture
def drawing():
    return draw_an_outline.Drawing(fill, EXAMPLES)


def test_squares_become_an_outline_and_come_back():
    marked = np.random.default_rng(0).random((16, 16)) < 0.4
    outline = draw_an_outline.to_outline(marked)
    assert outline.shape == (1, 64, 64, 1)
    assert outline.dtype == np.float32
    assert set(np.unique(outline)) == {-1.0, 1.0}
    assert np.array_equal(draw_an_outline.to_squares(outline[0]), marked)


def test_an_edge_is_what_has_a_neighbour_outside():
    block = draw_an_outline.edge(np.ones((4, 5), bool))
    assert block.sum() == 2 * 5 + 2 * 2
    assert not block[1:-1, 1:-1].any()
    circle = draw_an_outline.ring(14, 14)
    assert np.array_equal(circle, circle.T)
    assert np.array_equal(circle, circle[::-1])
    assert circle[0, 7]
    assert not circle[0, 0]
    assert not circle[7, 7]
    assert draw_an_outline.ring(1, 1).all(), "the smallest ring is a square"


def test_a_drawing_is_filled_and_the_answer_shown(drawing):
    assert np.array_equal(drawing.marked, draw_an_outline.to_squares(EXAMPLES["a bar"]))
    assert drawing.image.shape == (64, 64, 3)
    pixels = np.asarray(Image.open(io.BytesIO(drawing.png)))
    assert pixels.shape == (320, 320, 3)
    line, paper = (20 * 2 + 9, 20 * 1 + 9), (300, 300)
    assert pixels[line].tolist() == [255, 0, 0]
    assert pixels[paper].tolist() == [0, 255, 0]
    assert 0 < drawing.seconds < 0.2
    assert drawing.describe().startswith("4 squares drawn. Filled in ")


def test_a_network_of_another_shape_is_refused_and_the_drawing_stays(drawing):
    before = drawing.marked
    drawing.fill = lambda outlines: np.zeros((1, 32, 32, 3))
    with pytest.raises(ValueError, match=r"64 x 64 x 3, not \(1, 32, 32, 3\)"):
        drawing.draw(~before)
    assert np.array_equal(drawing.marked, before)
    with pytest.raises(ValueError, match="at least one example"):
        draw_an_outline.Drawing(fill, {})


def test_each_control_changes_the_drawing_and_the_picture(drawing):
    panel = draw_an_outline.show(drawing)
    (picture,) = parts(panel, widgets.Image)
    (start,) = parts(panel, widgets.Dropdown)
    squares = parts(panel, widgets.ToggleButton)
    assert len(squares) == 256
    seen = [png(picture)]
    squares[0].value = True
    assert drawing.marked[0, 0]
    seen.append(png(picture))
    start.value = "a stem"
    assert np.array_equal(drawing.marked, draw_an_outline.to_squares(EXAMPLES["a stem"]))
    seen.append(png(picture))
    rows, columns = parts(panel, widgets.IntRangeSlider)
    rows.value, columns.value = (11, 16), (1, 16)
    for name, count in (("Frame", 6 + 40), ("Ring", None), ("Erase", 6), ("Mark", 6 + 96), ("Clear", 0)):
        button(panel, name).click()
        assert count in (None, drawing.marked.sum()), name
        seen.append(png(picture))
    assert all(before != after for before, after in itertools.pairwise(seen))
    (words,) = (label for label in parts(panel, widgets.Label) if "squares drawn" in label.value)
    assert words.value.startswith("0 squares drawn")


def test_an_answer_that_is_no_image_is_put_into_words(drawing):
    panel = draw_an_outline.show(drawing)
    drawing.fill = lambda outlines: np.full((1, 64, 64, 3), np.nan)
    button(panel, "Clear").click()
    assert any("This cannot be filled" in label.value for label in parts(panel, widgets.Label))
