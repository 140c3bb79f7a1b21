"""Pick a sample and play the discriminator: what they do, without a browser."""

import math

from helpers import data
from helpers.widgets import pick_a_sample, play_the_discriminator

import ipywidgets as widgets
import numpy as np
import pytest


def draw(noise):
    """A 'generator' whose pixels show the noise itself: (n, 4) -> (n, 2, 2, 1)."""
    return np.tanh(np.asarray(noise)).reshape(-1, 2, 2, 1)


def flat_images(values):
    return np.ones((len(values), 4, 4, 1)) * np.asarray(values, dtype=float)[:, None, None, None]


REAL, FAKE = flat_images(np.linspace(0.1, 0.9, 30)), flat_images(np.linspace(-0.9, -0.1, 30))


def brightness(images):
    """A judge that is always right here: real images are bright."""
    return images.mean(axis=(1, 2, 3))[:, None]


def parts(box, kind):
    """All controls of one kind inside a box, in order."""
    found = [box] if isinstance(box, kind) else []
    return found + [hit for child in getattr(box, "children", ()) for hit in parts(child, kind)]


def png(image):
    """The picture of an Image widget, which must be a PNG file."""
    assert bytes(image.value).startswith(b"\x89PNG")
    return bytes(image.value)


def button(panel, description):
    return next(b for b in parts(panel, widgets.Button) if b.description == description)


# --- pick a sample ---


@pytest.fixture
def picker():
    return pick_a_sample.Picker(draw, latent_dim=4, coordinates=(1, 3), seed=5)


def test_a_move_changes_the_moved_picture_and_not_the_drawn_one(picker):
    before = picker.images()
    assert np.array_equal(before[0], before[1])
    picker.move(3, 2.5)
    after = picker.images()
    assert np.array_equal(after[0], before[0])
    assert after[1, 1, 1, 0] == pytest.approx(np.tanh(2.5))
    assert np.count_nonzero(after[1] != before[1]) == 1
    picker.back()
    assert np.array_equal(picker.images(), before)


def test_new_samples_differ_and_one_seed_gives_one_sequence(picker):
    first = picker.drawn.copy()
    picker.new_sample()
    assert not np.array_equal(picker.drawn, first)
    again = pick_a_sample.Picker(draw, latent_dim=4, coordinates=(1, 3), seed=5)
    assert np.array_equal(again.drawn, first)


def test_samples_are_standard_normal():
    noise = pick_a_sample.Picker(draw, latent_dim=40_000).drawn
    assert abs(noise.mean()) < 0.02
    assert noise.std() == pytest.approx(1, abs=0.02)
    assert np.abs(noise).max() <= 3


def test_numbers_with_a_slider_lie_on_its_steps(picker):
    """The browser rounds a slider's value and sends it back, which must not count as a move."""
    slider = parts(pick_a_sample.show(picker), widgets.FloatSlider)[0]
    picker.move(1, round(float(slider.value), 1))
    assert np.array_equal(picker.noise, picker.drawn)
    assert "Nothing is moved" in picker.describe()


def test_the_words_name_what_was_moved(picker):
    assert "Nothing is moved" in picker.describe()
    picker.move(1, -3)
    assert "Moved: 1 from" in picker.describe()
    assert "to -3.0" in picker.describe()


@pytest.mark.parametrize(("coordinate", "value"), [(0, 1.0), (9, 1.0), (1, 3.5), (1, math.nan)])
def test_a_wrong_move_is_refused_in_words_and_changes_nothing(picker, coordinate, value):
    before = picker.noise.copy()
    with pytest.raises(ValueError, match=r"no slider|must be from -3 to 3"):
        picker.move(coordinate, value)
    assert np.array_equal(picker.noise, before)


@pytest.mark.parametrize("coordinates", [(), (4,), (-1,)])
def test_coordinates_that_do_not_exist_are_refused(coordinates):
    with pytest.raises(ValueError, match="from 0 to 3"):
        pick_a_sample.Picker(draw, latent_dim=4, coordinates=coordinates)


def test_a_slider_redraws_and_the_buttons_work(picker):
    panel = pick_a_sample.show(picker)
    (picture,), sliders = parts(panel, widgets.Image), parts(panel, widgets.FloatSlider)
    assert [s.description for s in sliders] == ["noise number 1", "noise number 3"]
    assert [s.value for s in sliders] == pytest.approx(picker.drawn[[1, 3]].tolist())
    first = png(picture)
    sliders[1].value = 3.0
    assert picker.noise[3] == 3.0
    assert png(picture) != first
    button(panel, "Undo moves").click()
    assert png(picture) == first
    drawn = picker.drawn.copy()
    button(panel, "New sample").click()
    assert png(picture) != first
    assert not np.array_equal(picker.drawn, drawn)
    assert np.array_equal(picker.noise, picker.drawn), "the sliders follow without moving the noise"


def test_a_generator_that_diverged_gives_words_and_recovers():
    broken = {"now": False}

    def generate(noise):
        return draw(noise) * (np.nan if broken["now"] else 1)

    panel = pick_a_sample.show(pick_a_sample.Picker(generate, latent_dim=4))
    (message,), (slider, *_) = parts(panel, widgets.HTML), parts(panel, widgets.FloatSlider)
    broken["now"] = True
    slider.value = 2.0
    assert "cannot be drawn" in message.value
    assert "not finite" in message.value
    broken["now"] = False
    slider.value = 1.0
    assert message.value.startswith("Moved")


def test_a_stored_panel_is_a_sentence(picker):
    text = repr(pick_a_sample.show(picker))
    assert "Run this cell" in text
    assert len(text) <= 110, "ipywidgets cuts longer texts"


# --- play the discriminator ---


@pytest.fixture
def game():
    return play_the_discriminator.Game(REAL, FAKE, brightness, count=10, seed=3)


def test_truth_belongs_to_the_images_and_both_kinds_come(game):
    kinds = set()
    for _ in range(5):
        assert [kind == "real" for kind in game.truth] == (brightness(game.images)[:, 0] > 0).tolist()
        assert len(np.unique(game.images[:, 0, 0, 0])) == 10, "no image comes twice in a round"
        kinds |= set(game.truth)
        game.deal()
    assert kinds == {"real", "fake"}


def test_the_share_of_real_images_is_a_coin_for_each_image():
    game = play_the_discriminator.Game(REAL, FAKE, brightness, count=10)
    counts = []
    for _ in range(400):
        counts.append(game.truth.count("real"))
        game.deal()
    assert np.mean(counts) == pytest.approx(5, abs=0.3)
    assert np.var(counts) == pytest.approx(2.5, rel=0.3)


def test_score_counts_right_marks_only(game):
    assert game.score() == (0, 0)
    other = {"real": "fake", "fake": "real"}
    game.mark(0, game.truth[0])
    game.mark(1, other[game.truth[1]])
    assert game.score() == (1, 2)
    assert game.discriminator_score() == (2, 2), "on the same two images"
    game.mark(1, None)
    assert game.score() == (1, 1)


def test_the_threshold_decides_the_discriminators_verdicts():
    game = play_the_discriminator.Game(REAL, FAKE, brightness, threshold=0.5, count=10, seed=3)
    for i in range(10):
        game.mark(i, game.truth[i])
    values = game.images[:, 0, 0, 0]
    right = sum((value > 0.5) == (kind == "real") for value, kind in zip(values, game.truth, strict=True))
    assert game.discriminator_score() == (right, 10)
    assert 0 < right < 10
    wrong = [says != kind for says, kind in zip(game.verdicts(), game.truth, strict=True)]
    assert (game.errors() > math.log(2)).tolist() == wrong


def test_hardest_is_the_largest_cross_entropy_and_tells_nothing_of_unmarked_images(game):
    probability = 1 / (1 + np.exp(-game.logits))
    of_truth = np.where(np.array(game.truth) == "real", probability, 1 - probability)
    np.testing.assert_allclose(game.errors(), -np.log(of_truth))
    assert game.hardest() == []
    for i in range(10):
        game.mark(i, "real")
    assert game.hardest(2) == np.argsort(-game.errors())[:2].tolist()
    game.mark(game.hardest()[0], None)
    assert game.hardest(1) == [int(np.argsort(-game.errors())[1])]


@pytest.mark.parametrize(("index", "kind"), [(10, "real"), (-1, "fake"), (0, "true"), (0, 1)])
def test_a_wrong_mark_is_refused_in_words(game, index, kind):
    with pytest.raises(ValueError, match=r"numbered from 0 to 9|'real' or 'fake'"):
        game.mark(index, kind)
    assert game.marked() == []


def test_a_bad_judge_or_too_few_images_are_refused_in_words():
    make = play_the_discriminator.Game
    with pytest.raises(ValueError, match="one finite logit for each"):
        make(REAL, FAKE, lambda images: np.zeros(3))
    with pytest.raises(ValueError, match="one finite logit for each"):
        make(REAL, FAKE, lambda images: brightness(images) * np.nan)
    with pytest.raises(ValueError, match="too few"):
        make(REAL[:5], FAKE, brightness)
    with pytest.raises(TypeError, match="to_float"):
        make(data.to_uint8(REAL), FAKE, brightness)


def test_a_click_is_scored_and_the_panel_says_so(game):
    panel = play_the_discriminator.show(game)
    message, choices = parts(panel, widgets.HTML)[0], parts(panel, widgets.ToggleButtons)
    assert [c.value for c in choices] == [None] * 10
    assert len({png(image) for image in parts(panel, widgets.Image)[:10]}) == 10
    button(panel, "Show the score").click()
    assert message.value == "Mark at least one image first."
    choices[4].value = game.truth[4]
    button(panel, "Show the score").click()
    assert "You: 1 of 1 right. Discriminator: 1 of 1 right." in message.value
    assert "Images without a mark: 9." in message.value
    assert png(parts(panel, widgets.Image)[10])
    assert [c.disabled for c in choices] == [i == 4 for i in range(10)]


def test_a_new_round_clears_the_panel(game):
    panel = play_the_discriminator.show(game)
    choices, faces = parts(panel, widgets.ToggleButtons), parts(panel, widgets.Image)
    for choice in choices:
        choice.value = "fake"
    button(panel, "Show the score").click()
    before, images = [png(face) for face in faces[:10]], game.images
    button(panel, "New round").click()
    assert [c.value for c in choices] == [None] * 10
    assert not any(c.disabled for c in choices)
    assert [png(face) for face in faces[:10]] != before
    assert not np.array_equal(game.images, images)
    assert faces[10].layout.display == "none"
    assert game.score() == (0, 0)


def test_a_judge_that_breaks_later_gives_words_and_keeps_the_round(game):
    panel = play_the_discriminator.show(game)
    images = game.images
    game.judge = lambda images: brightness(images) * np.nan
    button(panel, "New round").click()
    assert "No new round" in parts(panel, widgets.HTML)[0].value
    assert np.array_equal(game.images, images)
    assert len(game.logits) == len(game.truth) == len(game.marks) == 10
