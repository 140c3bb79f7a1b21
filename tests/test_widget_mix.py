"""Mix two pictures: what it does, without a browser."""

from helpers.widgets import mix_two

import ipywidgets as widgets
import numpy as np
import pytest

from tests.test_widgets_pick_and_play import button, parts, png

NAMES = ("4 x 4", "8 x 8", "16 x 16")
MEAN = np.array([0.1, -0.1])
STYLES = np.random.default_rng(1).normal(size=(4, 3, 2)).astype("float32")


def draw(styles):
    """A 'synthesis network' whose pixels show the styles: (n, 3, 2) -> (n, 3, 2, 1)."""
    return np.tanh(np.asarray(styles))[..., None]


def shown(mixer):
    """The styles of the three pictures, read back from the pixels."""
    return np.arctanh(mixer.images()[..., 0])


@pytest.fixture
def mixer():
    return mix_two.Mixer(draw, STYLES, MEAN, NAMES)


def test_each_level_takes_its_style_from_the_parent_it_was_given(mixer):
    for choice in ("AAA", "ABB", "BAB", "BBB"):
        for level, parent in enumerate(choice):
            mixer.choose(level, parent)
        a, mixed, b = shown(mixer)
        np.testing.assert_allclose(a, STYLES[0], atol=1e-4)
        np.testing.assert_allclose(b, STYLES[1], atol=1e-4)
        wanted = [STYLES["AB".index(parent), level] for level, parent in enumerate(choice)]
        np.testing.assert_allclose(mixed, wanted, atol=1e-4)


def test_truncation_moves_all_three_towards_the_mean(mixer):
    before = shown(mixer)
    mixer.truncate(0.25)
    np.testing.assert_allclose(shown(mixer) - MEAN, 0.25 * (before - MEAN), atol=1e-4)
    mixer.truncate(0)
    np.testing.assert_allclose(shown(mixer), np.broadcast_to(MEAN, (3, 3, 2)), atol=1e-5)


def test_another_parent_is_never_the_one_that_is_there(mixer):
    seen = []
    for _ in range(4):
        mixer.another("A")
        seen.append(mixer.parents[0])
        assert mixer.parents[1] == 1
    assert seen == [2, 3, 0, 2]
    mixer.another("B")
    assert mixer.parents == [2, 3]
    alone = mix_two.Mixer(draw, STYLES[:2], MEAN, NAMES)
    alone.another("A")
    assert alone.parents == [0, 1], "there is no other"
    with pytest.raises(ValueError, match="not in tuple"):
        mixer.another("C")


def test_the_words_say_who_gives_what(mixer):
    mixer.truncate(0.7)
    words = "The middle picture: 4 x 4 from A, 8 x 8 from A, 16 x 16 from B. Truncation 0.70."
    assert mixer.describe() == words


@pytest.mark.parametrize(("level", "parent"), [(3, "A"), (-1, "B"), (0, "C")])
def test_a_wrong_choice_is_refused_and_changes_nothing(mixer, level, parent):
    before = list(mixer.chosen)
    with pytest.raises(ValueError, match="from 0 to 2"):
        mixer.choose(level, parent)
    assert mixer.chosen == before


@pytest.mark.parametrize("far", [-0.1, 1.6, float("nan")])
def test_a_wrong_truncation_is_refused(mixer, far):
    with pytest.raises(ValueError, match=r"from 0 to 1\.5"):
        mixer.truncate(far)
    assert mixer.truncation == 1


@pytest.mark.parametrize(
    ("styles", "mean"),
    [
        (STYLES[:1], MEAN),
        (STYLES[:, :2], MEAN),
        (STYLES, MEAN[:1]),
        (STYLES[0], MEAN),
        (STYLES * np.nan, MEAN),
    ],
)
def test_styles_that_do_not_fit_are_refused_in_words(styles, mean):
    with pytest.raises(ValueError, match=r"two pictures or more|not finite"):
        mix_two.Mixer(draw, styles, mean, NAMES)


def test_the_controls_redraw(mixer):
    panel = mix_two.show(mixer)
    (picture,), (slider,) = parts(panel, widgets.Image), parts(panel, widgets.FloatSlider)
    switches, (message, *_) = parts(panel, widgets.ToggleButtons), parts(panel, widgets.HTML)
    assert [switch.description for switch in switches] == list(NAMES)
    assert [switch.value for switch in switches] == mixer.chosen == ["A", "A", "B"]
    first = png(picture)
    switches[0].value = "B"
    second = png(picture)
    assert second != first
    assert "4 x 4 from B" in message.value
    slider.value = 0.5
    assert png(picture) != second
    assert mixer.truncation == 0.5
    slider.value, switches[0].value = 1.0, "A"
    assert png(picture) == first
    button(panel, "Another B").click()
    assert mixer.parents == [0, 2]
    assert png(picture) != first


def test_a_network_that_diverged_gives_words_and_recovers(mixer):
    panel = mix_two.show(mixer)
    (slider,), (message, *_) = parts(panel, widgets.FloatSlider), parts(panel, widgets.HTML)
    mixer.draw = lambda styles: draw(styles) * np.nan
    slider.value = 0.5
    assert "cannot be drawn" in message.value
    mixer.draw = draw
    slider.value = 0.6
    assert "Truncation 0.60" in message.value
