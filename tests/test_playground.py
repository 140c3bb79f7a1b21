"""The playground, with notebook 02's networks, losses and steps: without a browser, then in a kernel."""

import asyncio
import io
import time
from pathlib import Path

from helpers import data
from helpers.widgets import playground, playground_board, playground_engine, playground_view

import keras
import nbformat
import numpy as np
import pytest
import tensorflow as tf
from jupyter_client.manager import start_new_kernel
from PIL import Image

pytestmark = pytest.mark.slow

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "02_the_adversarial_game.ipynb"
CELLS = [
    cell.source
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells
    if "playground" in cell.metadata.get("tags", [])
]


@pytest.fixture(scope="module")
def notebook() -> dict:
    names: dict = {}
    exec("\n".join(CELLS), names)
    return names


@pytest.fixture(scope="module")
def kept(notebook):
    game = new_game(notebook)
    return game, dict(game.settings)


@pytest.fixture
def game(kept):
    """Return the one game that the tests share, reset: to compile it takes longer than most of them."""
    game, settings = kept
    game.drawing[:] = False
    game.choose(**settings)
    return game


PARTS = ("build_generator", "build_discriminator", "d_step", "g_step", "losses")


def new_game(notebook: dict, **settings) -> playground.Playground:
    """Return a game of the notebook's parts; ``settings`` may replace some of them."""
    parts = [settings.pop(name, notebook[name]) for name in PARTS]
    return playground.Playground(*parts, **settings)


def weights(game) -> tuple[list[np.ndarray], list[np.ndarray]]:
    return game.discriminator.get_weights(), game.generator.get_weights()


def equal(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    return all(map(np.array_equal, first, second))


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)))


def letter_t() -> np.ndarray:
    """Return the drawing of a T: a bar on top, a stem below it."""
    marked = np.zeros((12, 12), bool)
    marked[2, 2:10] = marked[2:10, 5] = True
    return marked


def test_a_step_moves_only_the_network_it_names(game):
    for step, moved in ((game.step_d, 0), (game.step_g, 1)):
        before = weights(game)
        step()
        after = weights(game)
        assert not equal(before[moved], after[moved])
        assert equal(before[1 - moved], after[1 - moved])
    assert (game.d_updates, game.g_updates) == (1, 1)


def test_a_learning_rate_of_zero_holds_a_player_still(game):
    game.choose(d_learning_rate=0)
    before = weights(game)
    game.train(5)
    assert equal(before[0], weights(game)[0])
    assert not equal(before[1], weights(game)[1])


def test_one_seed_gives_one_game_bit_for_bit(game, notebook):
    game.train(37)
    again = new_game(notebook)
    for steps in (1, 26, 10):  # in other portions
        again.train(steps)
        again.picture()
    for first, second in zip(weights(game), weights(again), strict=True):
        assert equal(first, second)
    game.reset()
    game.train(37)
    assert equal(weights(game)[1], weights(again)[1])
    game.choose(seed=2)
    game.train(37)
    assert not equal(weights(game)[1], weights(again)[1])


def test_d_steps_counts_updates_of_d_for_each_of_g(game):
    game.choose(d_steps=3)
    game.train(12)
    assert (game.d_updates, game.g_updates) == (36, 12)
    assert [row[0] for row in game.history] == [10, 12]
    assert np.isfinite(game.history).all()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_default_ring_is_covered_in_20_seconds_at_10_pictures_a_second(game, seed):
    """Count the processor's seconds, on one core, so that other work on the machine does not matter."""
    game.choose(seed=seed)
    game.train(1)
    game.picture()  # both functions are compiled now
    started, pictures, covered = time.process_time(), 0, 0
    while covered < 8 and pictures < 200:  # 20 seconds at 10 pictures a second
        game.train(playground_view.STEPS_PER_PICTURE)
        game.picture()
        pictures += 1
        covered = game.modes()
    seconds = time.process_time() - started + 0.01 * pictures  # with the pause that the controls make
    assert covered == 8
    assert pictures / seconds >= 10


def test_arrows_point_where_the_generator_loss_falls(game):
    game.train(300)
    samples, push, logits = game.look()
    assert (samples.shape, push.shape, logits.shape) == ((2500, 2), (150, 2), (48, 48))
    softplus = lambda points: np.logaddexp(0, -np.asarray(game.discriminator(points), "float64"))[:, 0]  # noqa: E731
    step = 1e-2 * np.eye(2, dtype="float32")
    numeric = [(softplus(samples[:150] - e) - softplus(samples[:150] + e)) / 2e-2 for e in step]
    close = np.isclose(push, np.stack(numeric, axis=1), rtol=0.1, atol=0.02)
    assert close.mean() > 0.9, "leaky ReLU has corners, so a few may differ"


def test_the_picture_changes_exactly_when_the_game_does(game):
    first = game.picture()
    assert game.picture() == first
    assert pixels(first).shape == (360, 736, 3)
    game.step_d()
    second = game.picture()
    assert second != first
    game.reset()
    assert game.picture() == first


def test_the_plane_is_the_left_half_of_the_picture(game):
    game.train(20)
    plane = game.plane()
    assert (plane.shape, plane.dtype) == ((330, 336, 3), np.uint8)
    assert np.array_equal(plane, pixels(game.picture())[:330, :336])


def test_the_background_is_blue_where_the_discriminator_says_real(game):
    game.discriminator.set_weights([np.zeros_like(w) for w in game.discriminator.get_weights()])
    game.discriminator.layers[0].kernel.assign(np.eye(2, 64))
    game.discriminator.layers[1].kernel.assign(np.eye(64))
    game.discriminator.layers[2].kernel.assign(400 * np.eye(64, 1))  # real is right
    red, _, blue = game.plane()[45:55, 60:316].mean(axis=0).T.astype(int)
    assert (red[:100] > blue[:100] + 20).all()
    assert (blue[-100:] > red[-100:] + 20).all()


def test_the_points_of_a_drawing_lie_in_its_squares_and_fill_them():
    for marked in (letter_t(), np.eye(12, dtype=bool), ~letter_t()):
        points, centres, _ = playground_board.points_in(marked)
        assert (points.shape, points.dtype, centres) == ((10_000, 2), np.float32, None)
        assert np.abs(points).max() < playground.VIEW
        columns, rows = np.floor((points + 1.5) / 0.25 * (1 - 1e-6)).astype(int).T
        found = np.zeros((12, 12), int)
        np.add.at(found, (11 - rows, columns), 1)
        assert np.array_equal(found > 0, marked)
        assert found[marked].min() > 0.5 * 10_000 / marked.sum(), "spread evenly"
        assert np.array_equal(playground_board.points_in(marked).points, points), "always the same"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (np.zeros((12, 12), bool), "The drawing is empty: mark at least one square"),
        (np.ones((12, 12)), r"holds True and False, not shape \(12, 12\) and dtype float64"),
        (np.ones((3, 12), bool), r"has the shape \(12, 12\)"),
        ("a cat", "A drawing has the shape"),
    ],
)
def test_a_drawing_that_cannot_be_played_is_refused_and_the_game_goes_on(game, marked, words):
    game.train(10)
    before = game.data, dict(game.settings)
    with pytest.raises(ValueError, match=words):
        game.draw(marked)
    assert game.data is before[0]
    assert game.settings == before[1]
    game.train(10)
    assert game.g_updates == 20


def test_nothing_can_be_chosen_before_it_is_drawn(game):
    with pytest.raises(ValueError, match="The drawing is empty"):
        game.choose(data="drawn", seed=5)
    assert (game.settings["data"], game.settings["seed"]) == ("ring", 1)


def test_a_drawing_is_learned_and_may_change_while_it_is(game):
    game.train(10)
    game.draw(letter_t())
    assert (game.settings["data"], game.g_updates) == ("drawn", 0)
    game.train(800)
    near = np.linalg.norm(game.look()[0][:500, None] - game.data.points[None, :1000], axis=-1).min(axis=1)
    assert np.mean(near < 0.2) > 0.6
    assert game.modes() is None
    first = game.picture()
    game.draw(letter_t().T)
    assert game.g_updates == 800
    assert game.picture() != first, "the real points moved"
    game.train(10)
    assert not game.trouble
    game.choose(data="ring")
    game.choose(data="drawn")
    assert np.array_equal(game.data.points, playground_board.points_in(letter_t().T).points)


def test_the_warped_grid_is_what_the_generator_makes_of_a_grid(game):
    game.train(20)
    grid = game.warped_grid()
    assert grid.shape == (2, 11, 61, 2)
    noise = np.array([[-2.5, 0], [0.5, 2.5], [1, -1.5]], "float32")
    for (first, second), point in zip(noise, np.asarray(game.generator(noise)), strict=True):
        line, place = round((first + 2.5) * 2), round((second + 2.5) * 12)
        np.testing.assert_allclose(grid[0, line, place], point, atol=1e-5)
        line, place = round((second + 2.5) * 2), round((first + 2.5) * 12)
        np.testing.assert_allclose(grid[1, line, place], point, atol=1e-5)


@pytest.mark.parametrize("latent_dim", [1, 2, 5])
def test_further_numbers_of_the_noise_are_zero_in_the_grid_and_the_picture_says_so(notebook, latent_dim):
    noise = playground_engine.grid_of_noise(latent_dim)
    assert noise.shape == (2, 11, 61, latent_dim)
    assert not noise[..., 2:].any()
    assert (np.abs(noise[..., 0]).max(), len(np.unique(noise[0, ..., 0]))) == (2.5, 11)

    def build_generator():
        return keras.Sequential([keras.Input((latent_dim,)), keras.layers.Dense(2)])

    game = new_game(notebook, build_generator=build_generator)
    arrows = game.picture()
    game.choose(warped_grid=True)
    assert game.picture() != arrows
    words = game._painter.grid[-1].get_text()
    assert ("others 0" in words) == (latent_dim > 2)
    assert (f"the {latent_dim} of noise" in words) == (latent_dim > 2)
    game.train(10)
    game.choose(warped_grid=False)
    game.reset()
    assert game.picture() == arrows


def test_saturating_arrows_vanish_under_a_sure_discriminator_and_the_others_do_not(game):
    for _ in range(800):
        game.step_d()
    lengths = {}
    for loss in ("saturating", "non-saturating"):
        game.choose(loss=loss)
        lengths[loss] = np.linalg.norm(game.look()[1], axis=1).mean()
    assert lengths["saturating"] < 0.05 < 1 < lengths["non-saturating"]


@pytest.mark.parametrize("name", data.POINT_SETS)
def test_every_data_set_and_loss_can_be_played_and_drawn(game, name):
    assert np.abs(data.point_set(name).points).max() < playground.VIEW
    for loss in game.losses:
        game.choose(data=name, loss=loss, d_steps=2)
        game.train(10)
        assert len(game.picture()) > 10_000
        assert not game.trouble
        assert (game.modes() is None) == (name in ("two moons", "spiral"))


@pytest.mark.filterwarnings("error")
def test_a_loss_that_is_not_finite_stops_the_game_in_words_and_reset_recovers(game):
    game.choose(loss="Wasserstein", d_learning_rate=100.0, g_learning_rate=100.0)
    game.train(3000)
    assert "not a finite number" in game.trouble
    assert "Lower the learning rates" in game.trouble
    updates = game.d_updates
    game.step_d()
    game.train(5)
    assert game.d_updates == updates
    assert game.modes() == 0
    game.picture()
    game.choose(d_learning_rate=1e-3, g_learning_rate=1e-3, loss="non-saturating")
    game.reset()
    game.train(10)
    assert not game.trouble
    assert np.isfinite(game.look()[0]).all()


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"data": "square"}, "data is 'square', but must be one of ring"),
        ({"loss": "hinge"}, "one of non-saturating, saturating, Wasserstein"),
        ({"d_learning_rate": -1}, "0 or more"),
        ({"g_learning_rate": float("nan")}, "0 or more"),
        ({"g_learning_rate": "fast"}, "a number"),
        ({"d_steps": 0}, "a whole number from 1"),
        ({"seed": 1.5}, "a whole number from 0"),
        ({"warped_grid": 1}, "True or False"),
        ({"batch": 3}, "No setting is called batch"),
    ],
)
def test_a_setting_that_is_not_possible_is_refused_in_words(game, settings, words):
    before = dict(game.settings)
    with pytest.raises(ValueError, match=words):
        game.choose(**settings)
    assert game.settings == before


def test_networks_of_another_shape_are_refused_in_words(notebook):
    with pytest.raises(ValueError, match=r"must return points \(n, 2\)"):
        new_game(notebook, build_generator=notebook["build_discriminator"])
    with pytest.raises(ValueError, match="at least one loss"):
        new_game(notebook, losses={})


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        (lambda logits: None, "it returned None"),
        (lambda logits: tf.nn.softplus(logits), r"it returned a tensor of shape \(128, 1\)"),
        (lambda logits: {"loss": tf.reduce_mean(logits)}, "it returned {"),
    ],
)
def test_a_half_step_that_does_not_return_its_loss_is_refused_in_words(notebook, returned, words):
    def d_step(generator, discriminator, optimizer, loss, real_points, noise):
        return returned(discriminator(real_points))

    def g_step(generator, discriminator, optimizer, loss, noise):
        return returned(discriminator(generator(noise)))

    for name, step in {"d_step": d_step, "g_step": g_step}.items():
        broken = new_game(notebook, **{name: step})
        with pytest.raises(ValueError, match=f"{name} must return its loss, one number, but {words}"):
            broken.train(1)
        assert (broken.d_updates, broken.g_updates) == (0, 0)


def test_the_game_is_the_notebooks_steps_and_nothing_else(notebook):
    """Replay it by calling the notebook's half steps one by one, on what the widget handed to them."""
    calls = []

    def keep(name):
        def half_step(generator, discriminator, optimizer, loss, *batch):
            loss_value = notebook[name](generator, discriminator, optimizer, loss, *batch)
            tf.py_function(lambda *arrays: calls.append((name, [a.numpy() for a in arrays])), batch, [])
            return loss_value

        return half_step

    game = new_game(notebook, d_step=keep("d_step"), g_step=keep("g_step"), d_steps=2, seed=3)
    networks = [notebook[name]() for name in ("build_generator", "build_discriminator")]
    for network, played in zip(networks, (game.generator, game.discriminator), strict=True):
        network.set_weights(played.get_weights())
    game.train(12)
    optimizers = {name: keras.optimizers.Adam(1e-3, 0.5, 0.99) for name in ("d_step", "g_step")}
    for name, batch in calls:
        notebook[name](*networks, optimizers[name], game.loss, *map(tf.constant, batch))
    assert [name for name, _ in calls] == ["d_step", "d_step", "g_step"] * 12
    assert len({array.tobytes() for _, batch in calls for array in batch}) == 5 * 12, "nothing comes twice"
    for name, (*real_points, noise) in calls:
        assert noise.shape == (128, 2)
        assert len(real_points) == (name == "d_step")
        assert all((points[:, None] == game.data.points).all(-1).any(1).all() for points in real_points)
    for network, played in zip(networks, (game.generator, game.discriminator), strict=True):
        for one, other in zip(network.get_weights(), played.get_weights(), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-4)


def test_the_controls_start_pause_step_and_reset(game):
    async def play():
        controls = game.show()
        untrained = controls.image.value
        controls.buttons["Start"].click()
        controls.buttons["Start"].click()  # twice does no harm
        seen = set()
        for _ in range(40):
            await asyncio.sleep(0.05)
            seen.add(controls.image.value)
        assert len(seen) > 10
        assert "Running" in controls.status.value
        controls.buttons["Pause"].click()
        paused, updates = controls.image.value, game.g_updates
        await asyncio.sleep(0.3)
        assert controls.image.value == paused
        assert game.g_updates == updates
        assert "Paused" in controls.status.value
        before = weights(game)
        controls.buttons["Step D"].click()
        assert controls.image.value != paused
        assert equal(before[1], weights(game)[1])
        controls.buttons["Step G"].click()
        assert game.g_updates == updates + 1
        controls.buttons["Reset"].click()
        assert controls.image.value == untrained
        controls.buttons["Start"].click()
        await asyncio.sleep(0.2)
        controls.buttons["Reset"].click()  # while it runs
        await asyncio.sleep(0.2)
        assert game.g_updates > 0
        controls.buttons["Pause"].click()
        await asyncio.sleep(0.1)

    asyncio.run(play())


def test_every_control_acts_at_once_while_the_game_runs(game):
    async def play():
        controls = game.show()
        controls.buttons["Start"].click()
        values = [("d_learning_rate", 1e-5), ("g_learning_rate", 0.1), ("d_steps", 10), ("seed", 7)]
        values += [("loss", name) for name in game.losses] + [("data", name) for name in data.POINT_SETS]
        for name, value in values:
            controls.inputs[name].value = value
            assert game.settings[name] == value
            await asyncio.sleep(0.1)
            assert controls.running, controls.status.value
        game.choose(d_steps=2)
        controls.inputs["loss"].value = "Wasserstein"
        controls.inputs["d_learning_rate"].value = controls.inputs["g_learning_rate"].value = 100.0
        for _ in range(600):
            await asyncio.sleep(0.05)
            if not controls.running:
                break
        assert "not a finite number" in controls.status.value
        assert not controls.running
        controls.inputs["d_learning_rate"].value = controls.inputs["g_learning_rate"].value = 1e-3
        controls.buttons["Reset"].click()
        assert "Paused. Updates of D: 0" in controls.status.value

    asyncio.run(play())


def test_a_cell_that_is_run_again_pauses_the_game_whose_buttons_it_replaces(game):
    async def play():
        first = game.show()
        first.buttons["Start"].click()
        await asyncio.sleep(0.1)
        game.show()
        await asyncio.sleep(0.1)
        updates = game.g_updates
        await asyncio.sleep(0.2)
        assert game.g_updates == updates

    asyncio.run(play())


def test_controls_have_labels_and_start_without_a_kernel_says_so(game):
    controls = game.show()
    assert all(control.description for control in [*controls.inputs.values(), *controls.buttons.values()])
    controls.buttons["Start"].click()
    assert controls.status.value.startswith("Paused. ")
    assert "kernel" in controls.status.value
    assert "make lab" in repr(controls)


def test_the_board_is_drawn_on_with_the_mouse_or_by_rows_and_columns(game):
    controls = game.show()
    board = controls.board
    assert board.layout.display == "none"
    controls.inputs["data"].value = "drawn"
    assert board.layout.display == ""
    assert "The drawing is empty" in controls.status.value
    assert game.settings["data"] == "ring"
    board.squares[2 * 12 + 3].value = True
    assert (game.settings["data"], game.drawing.sum(), game.drawing[2, 3]) == ("drawn", 1, True)
    assert np.allclose(game.data.points.min(axis=0), [-0.75, 0.75], atol=0.01)
    assert controls.status.value.startswith("Paused. Updates of D: 0")
    board.ranges["rows"].value, board.ranges["columns"].value = (11, 12), (1, 12)
    board.buttons["Mark"].click()
    assert game.drawing.sum() == 25
    assert game.drawing[10:].all()
    board.ranges["columns"].value = (1, 6)
    board.buttons["Erase"].click()
    assert game.drawing[10:, 6:].all()
    assert game.drawing.sum() == 13
    shown = controls.image.value
    board.buttons["Clear"].click()
    assert "The drawing is empty" in controls.status.value
    assert not board.marked.any()
    assert game.drawing.sum() == 13, "the game keeps what it plays on"
    board.squares[0].value = True
    assert game.drawing.sum() == 1
    assert controls.image.value != shown
    assert all(square.tooltip for square in board.squares), "a name for those who cannot see the board"
    controls.inputs["data"].value = "spiral"
    assert board.layout.display == "none"
    again = game.show()
    assert np.array_equal(again.board.marked, game.drawing)


def test_the_grid_has_a_switch(game):
    controls = game.show()
    arrows = controls.image.value
    controls.inputs["warped_grid"].value = True
    assert game.settings["warped_grid"] is True
    grid = controls.image.value
    assert grid != arrows
    controls.inputs["warped_grid"].value = False
    assert controls.image.value == arrows


CODE = """
controls = game.show()
controls.buttons["Start"].comm.comm_id, controls.buttons["Pause"].comm.comm_id
"""


@pytest.mark.parametrize("subshell", [False, True], ids=["main shell", "subshell, as JupyterLab"])
def test_buttons_work_in_a_kernel_while_it_trains(subshell):
    manager, client = start_new_kernel(kernel_name="python3")
    try:

        def run(code: str) -> str:
            text: list[str] = []

            def keep(message):
                content = message["content"]
                text.append(content.get("data", {}).get("text/plain", "") + content.get("evalue", ""))

            client.execute_interactive(code, timeout=120, output_hook=keep)
            return "".join(text)

        start, pause = eval(run("\n".join(CELLS) + CODE))
        shell = None
        if subshell:
            client.control_channel.send(client.session.msg("create_subshell_request"))
            shell = client.control_channel.get_msg(timeout=20)["content"]["subshell_id"]

        def press(button: str) -> None:
            content = {"comm_id": button, "data": {"method": "custom", "content": {"event": "click"}}}
            message = client.session.msg("comm_msg", content)
            message["header"]["subshell_id"] = shell
            client.shell_channel.send(message)

        press(start)
        deadline = time.monotonic() + 60  # the first step compiles, on a machine that may be busy
        while not run("controls.running, game.g_updates > 20").endswith("(True, True)"):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        press(pause)
        time.sleep(0.5)
        steps = run("game.g_updates")
        assert run("controls.running").endswith("False")
        time.sleep(0.5)
        assert run("game.g_updates") == steps
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
