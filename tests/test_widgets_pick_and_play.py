"""Pick a sample and play the discriminator: what they do, without a browser."""

import math
import re
from pathlib import Path

from helpers import images
from helpers.widgets import pick_a_sample, play_the_discriminator

import ipywidgets as widgets
import numpy as np
import pytest


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

DIRECTIONS = {"thickness": np.array([0.0, 2.0, 0.0, 0.0]), "slant": np.array([0.0, 0.0, 3.0, 4.0])}


def draw(noise, labels):
    """A 'generator' whose pixels show noise and label: (n, 4) and (n,) -> (n, 2, 2, 1)."""
    return np.tanh(np.asarray(noise) + 0.1 * np.asarray(labels)[:, None]).reshape(-1, 2, 2, 1)


@pytest.fixture
def picker():
    return pick_a_sample.Picker(draw, DIRECTIONS, digit=3, seed=5)


def test_a_walk_changes_the_right_picture_along_the_direction_alone(picker):
    before = picker.images()
    assert np.array_equal(before[0], before[1])
    picker.walk("slant", -2)
    after = picker.images()
    assert np.array_equal(after[0], before[0])
    moved = (np.arctanh(after[1]) - np.arctanh(after[0])).reshape(4)
    np.testing.assert_allclose(moved, [0, 0, -1.2, -1.6], atol=1e-4)  # the vector is scaled to length 1
    picker.back()
    assert np.array_equal(picker.images(), before)


def test_two_walks_add_up(picker):
    picker.walk("thickness", 1)
    picker.walk("slant", 1)
    before, after = picker.images()
    moved = (np.arctanh(after) - np.arctanh(before)).reshape(4)
    np.testing.assert_allclose(moved, [0, 1, 0.6, 0.8], atol=1e-4)


def test_another_digit_is_drawn_from_the_same_noise_and_walk(picker):
    picker.walk("thickness", 1)
    three, noise = picker.images(), picker.noise.copy()
    picker.pick(7)
    np.testing.assert_allclose(np.arctanh(picker.images()) - np.arctanh(three), 0.4, atol=1e-4)
    assert np.array_equal(picker.noise, noise)
    assert picker.walked == {"thickness": 1.0, "slant": 0.0}


def test_new_samples_differ_and_one_seed_gives_one_sequence(picker):
    first = picker.noise.copy()
    picker.walk("slant", 1)
    picker.new_sample()
    assert not np.array_equal(picker.noise, first)
    assert not any(picker.walked.values())
    assert np.array_equal(pick_a_sample.Picker(draw, DIRECTIONS, seed=5).noise, first)


def test_samples_are_standard_normal():
    noise = pick_a_sample.Picker(draw, {"first": np.eye(40_000, 1)[:, 0]}).noise
    assert abs(noise.mean()) < 0.02
    assert noise.std() == pytest.approx(1, abs=0.02)


def test_the_words_name_the_digit_and_the_walk(picker):
    assert picker.describe() == "Asked for a 3. No walk: both pictures are equal."
    picker.walk("slant", -3)
    picker.pick(8)
    assert picker.describe().startswith("Asked for a 8. Walk: slant -3.0. Mean change of a pixel: 0.")


@pytest.mark.parametrize(("name", "far"), [("width", 1.0), ("slant", 3.5), ("slant", math.nan)])
def test_a_wrong_walk_is_refused_in_words_and_changes_nothing(picker, name, far):
    with pytest.raises(ValueError, match=r"No direction is called 'width'|must be from -3 to 3"):
        picker.walk(name, far)
    assert not any(picker.walked.values())


@pytest.mark.parametrize("digit", [10, -1, 2.5])
def test_a_digit_that_does_not_exist_is_refused(picker, digit):
    with pytest.raises(ValueError, match="from 0 to 9"):
        picker.pick(digit)
    with pytest.raises(ValueError, match="from 0 to 9"):
        pick_a_sample.Picker(draw, DIRECTIONS, digit=digit)
    assert picker.digit == 3


@pytest.mark.parametrize(
    "directions",
    [{}, {"a": np.zeros(4)}, {"a": [1, np.nan]}, {"a": [1, 0], "b": [1, 0, 0]}, {"a": np.eye(2)}],
)
def test_directions_that_lead_nowhere_are_refused(directions):
    with pytest.raises(ValueError, match="at least one"):
        pick_a_sample.Picker(draw, directions)


def test_the_controls_redraw(picker):
    panel = pick_a_sample.show(picker)
    (picture,), sliders = parts(panel, widgets.Image), parts(panel, widgets.FloatSlider)
    (digits,) = parts(panel, widgets.ToggleButtons)
    assert [s.description for s in sliders] == ["thickness", "slant"]
    assert digits.value == 3
    first = png(picture)
    sliders[1].value = 3.0
    assert picker.walked == {"thickness": 0.0, "slant": 3.0}
    walked = png(picture)
    assert walked != first
    digits.value = 9
    assert picker.digit == 9
    assert png(picture) != walked
    digits.value = 3
    assert png(picture) == walked, "the walk stays when the digit changes"
    button(panel, "Undo walk").click()
    assert png(picture) == first
    assert [s.value for s in sliders] == [0, 0]
    drawn = picker.noise.copy()
    sliders[0].value = 1.0
    button(panel, "New sample").click()
    assert png(picture) != first
    assert not np.array_equal(picker.noise, drawn)
    assert not any(picker.walked.values())
    assert [s.value for s in sliders] == [0, 0]


def test_a_generator_that_diverged_gives_words_and_recovers():
    broken = {"now": False}

    def generate(noise, labels):
        return draw(noise, labels) * (np.nan if broken["now"] else 1)

    panel = pick_a_sample.show(pick_a_sample.Picker(generate, DIRECTIONS))
    (message,), (slider, *_) = parts(panel, widgets.HTML), parts(panel, widgets.FloatSlider)
    broken["now"] = True
    slider.value = 2.0
    assert "cannot be drawn" in message.value
    assert "not finite" in message.value
    broken["now"] = False
    slider.value = 1.0
    assert "Walk: thickness +1.0" in message.value


def test_where_no_controls_can_be_shown_the_words_name_the_commands_of_the_readme(picker):
    text = repr(pick_a_sample.show(picker))
    assert len(text) <= 110, "ipywidgets cuts longer texts"
    commands = re.findall(r"'([^']+)'", text)
    assert [command.split()[0] for command in commands] == ["make", "conda"]
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8").splitlines()
    for command in commands:
        assert any(line.split("#")[0].strip() == command for line in readme), command
    assert pick_a_sample.show(picker)._repr_mimebundle_()["text/plain"] == text


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
        make(images.to_uint8(REAL), FAKE, brightness)


def numbered(figure):
    """The tiles of a figure of 4 x 4 images by the number below each, row by row."""
    rows = []
    for axes in figure.axes:
        canvas, numbers = np.asarray(axes.images[0].get_array()), axes.get_xticklabels()
        starts = [round(place - 1.5) for place in axes.get_xticks()]
        tiles = [canvas[:4, start : start + 4] for start in starts]
        rows.append({int(n.get_text()): tile for n, tile in zip(numbers, tiles, strict=True)})
    return rows


def belong(game, row):
    """Does each tile show the image of its number? Images have pixels in [-1, 1], tiles in [0, 1]."""
    return all(np.allclose(tile, (game.images[n - 1, ..., 0] + 1) / 2) for n, tile in row.items())


def test_the_sheet_numbers_every_image_from_1_row_by_row_and_gives_nothing_away(game):
    figure = game.sheet(columns=4)
    rows = numbered(figure)
    assert [list(row) for row in rows] == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10]]
    assert all(belong(game, row) for row in rows)
    assert [axes.get_ylabel() for axes in figure.axes] == ["1 to 4", "5 to 8", "9 to 10"]
    assert game.marked() == []


def test_the_answer_carries_the_numbers_that_its_words_use(game):
    for i in (1, 3, 8):
        game.mark(i, "real")
    figure = game.picture()
    rows = dict(zip([axes.get_ylabel() for axes in figure.axes], numbered(figure), strict=True))
    assert all(belong(game, row) for row in rows.values())
    for kind in ("real", "fake"):
        assert list(rows.get(kind, {})) == [i + 1 for i in (1, 3, 8) if game.truth[i] == kind]
    assert list(rows["hardest"]) == [i + 1 for i in game.hardest()]
    assert list(rows["hardest"]) == [int(n) for n in re.findall(r"image (\d+)\. It said", game.result())]


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
