"""Figures show what they are given, with the chance line in the right place."""

import math

from helpers import plotting

import numpy as np
import pytest
from scipy.optimize import minimize_scalar


def tiles(count: int, channels: int = 1) -> np.ndarray:
    """Images of one colour each, rising from -1 to 1."""
    return np.ones((count, 4, 4, channels)) * np.linspace(-1, 1, count)[:, None, None, None]


def drawn(figure) -> list[np.ndarray]:
    return [np.asarray(axes.images[0].get_array()) for axes in figure.axes]


def test_sample_grid_draws_every_image_in_order():
    (canvas,) = drawn(plotting.sample_grid(tiles(7), columns=3, title="seven"))
    assert canvas.shape == (3 * 5 - 1, 3 * 5 - 1)
    centres = canvas[1::5, 1::5].ravel()
    np.testing.assert_allclose(centres[:7], np.linspace(0, 1, 7))
    assert (centres[7:] == 1).all()


def test_colour_images_keep_their_colours():
    images = np.full((2, 4, 4, 3), -1.0)
    images[1, ..., 2] = 1.0
    (canvas,) = drawn(plotting.sample_grid(images))
    assert canvas[0, 0].tolist() == [0, 0, 0]
    assert canvas[0, 5].tolist() == [0, 0, 1]


def test_class_grid_has_a_row_for_each_class_present():
    figure = plotting.class_grid(tiles(6), np.array([2, 5, 2, 5, 2, 9]), columns=4)
    assert [axes.get_ylabel() for axes in figure.axes] == ["2", "5", "9"]
    rows = drawn(figure)
    np.testing.assert_allclose(rows[0][0, 0::5][:3], np.linspace(0, 1, 6)[[0, 2, 4]])
    with pytest.raises(ValueError, match="labels"):
        plotting.class_grid(tiles(6), np.zeros(5))


def test_strips_name_the_steps():
    figure = plotting.strips({0: tiles(3), 1500: tiles(3)}, columns=3)
    assert [axes.get_ylabel() for axes in figure.axes] == ["step 0", "step 1,500"]
    with pytest.raises(ValueError, match="at least one row"):
        plotting.strips({})


@pytest.mark.parametrize("label", [1.0, 0.9, 0.7])
def test_chance_levels_are_the_least_loss_of_a_discriminator_that_sees_no_difference(label):
    def d_loss(p):
        return -label * math.log(p) - (1 - label) * math.log(1 - p) - math.log(1 - p)

    best = minimize_scalar(d_loss, bounds=(1e-6, 1 - 1e-6), method="bounded", options={"xatol": 1e-10})
    levels = plotting.chance_levels(label)
    assert levels["d_loss"] == pytest.approx(best.fun, abs=1e-8)
    assert levels["g_loss"] == pytest.approx(-math.log(best.x), abs=1e-6)


def test_chance_levels_without_smoothing_are_ln_4_and_ln_2():
    assert plotting.chance_levels() == pytest.approx({"d_loss": math.log(4), "g_loss": math.log(2)})
    with pytest.raises(ValueError, match="over 0"):
        plotting.chance_levels(0)


def test_loss_curves_draw_the_values_their_mean_and_the_chance_line():
    values = list(np.sin(np.arange(400)))
    figure = plotting.loss_curves({"d_loss": values, "g_loss": values}, plotting.chance_levels(), window=20)
    raw, means, chance = figure.axes[0].lines[:3]
    np.testing.assert_allclose(raw.get_ydata(), values)
    assert means.get_xdata()[0] == 20
    assert means.get_ydata()[7] == pytest.approx(np.mean(values[7:27]))
    assert set(chance.get_ydata()) == {math.log(4)}
    assert figure.axes[0].get_xlabel()
    assert figure.axes[0].get_ylabel()


def test_loss_curves_count_steps_between_values():
    figure = plotting.loss_curves({"d_loss": [3.0, 2.0, 1.0]}, every=10)
    assert figure.axes[0].lines[0].get_xdata().tolist() == [10, 20, 30]


def test_loss_curves_explain_bad_input():
    with pytest.raises(ValueError, match="at least one value"):
        plotting.loss_curves({"d_loss": []})
    with pytest.raises(ValueError, match="No loss is called"):
        plotting.loss_curves({"critic_loss": [1.0]}, plotting.chance_levels())


@pytest.mark.parametrize(
    ("images", "error", "words"),
    [
        (np.zeros((5, 28, 28)), ValueError, r"images\[..., None\]"),
        (np.zeros((5, 28, 28, 2)), ValueError, "1 or 3 channels"),
        (np.zeros((28, 28)), ValueError, "shape"),
        (np.zeros((5, 28, 28, 1), np.uint8), TypeError, "to_float"),
        (np.linspace(0, 255, 80).reshape(5, 4, 4, 1), ValueError, "from 0 to 255.*tanh"),
        (np.full((5, 4, 4, 1), np.nan), ValueError, "diverged"),
        (np.zeros((0, 4, 4, 1)), ValueError, "too few"),
    ],
)
def test_bad_images_are_explained(images, error, words):
    for draw in (
        plotting.sample_grid,
        lambda x: plotting.strips({0: x}),
        lambda x: plotting.class_grid(x, np.zeros(len(x))),
    ):
        with pytest.raises(error, match=words):
            draw(images)
