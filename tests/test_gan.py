"""helpers.gan against steps written out by hand, and its way through a file into another process."""

import subprocess
import sys
from pathlib import Path

from helpers import data, profile
from helpers import gan as course
from helpers.gan import GAN, AveragedGAN

import keras
import numpy as np
import pytest
import tensorflow as tf

from tests.tiny_gan import IMAGES, NOISE, equal, new_gan, train, weights

ROOT = Path(__file__).parents[1]
RATE, CLASSES, BATCH = 0.5, 3, 8
LABELS = np.arange(len(IMAGES)).astype("int32") % CLASSES


def linear_network(shape: tuple, name: str, classes: int, *tail) -> keras.Model:
    """Return a network over what is given, flat, and the label as a unit vector if there are classes."""
    layers, x = keras.layers, keras.Input(shape)
    given = [x, keras.Input((), dtype="int32")] if classes else [x]
    units = [layers.CategoryEncoding(classes, "one_hot")(labels[:, None]) for labels in given[1:]]
    parts = [layers.Flatten()(x), *units]
    joined = layers.Concatenate()(parts) if classes else parts[0]
    return keras.Model(given if classes else x, keras.Sequential(tail)(joined), name=name)


def linear_gan(kind: type[GAN] = GAN, classes: int = 0, seed: int = 4) -> GAN:
    """Return a GAN whose gradients can be written out by hand, with plain gradient descent."""
    profile.set_seed(1)
    layers = keras.layers
    drawn = layers.Dense(16, "tanh"), layers.Reshape((4, 4, 1))
    generator = linear_network((2,), "generator", classes, *drawn)
    discriminator = linear_network((4, 4, 1), "discriminator", classes, layers.Dense(1))
    gan = kind(generator, discriminator, latent_dim=2, seed=seed)
    gan.compile(keras.optimizers.SGD(RATE), keras.optimizers.SGD(RATE))
    return gan


def step_by_hand(weights: list, images, labels, noise, real_label: float, classes: int) -> list:
    """Return generator and discriminator weights after one step, by the chain rule in NumPy (float64)."""
    w_g, b_g, w_d, b_d = (np.asarray(w, "float64") for w in weights)
    n, unit = len(images), np.eye(classes)[labels] if classes else np.zeros((len(images), 0))
    z, real = np.hstack([noise, unit]), np.hstack([images.reshape(n, -1), unit])
    pixels = np.tanh(z @ w_g + b_g)
    fake = np.hstack([pixels, unit])
    d_real, d_fake = (1 / (1 + np.exp(-(x @ w_d + b_d))) for x in (real, fake))
    to_real, to_fake = (d_real - real_label) / n, d_fake / n  # of the discriminator's loss, by its logits
    to_pixels = ((d_fake - 1) / n) @ w_d[:16].T * (1 - pixels**2)  # of the generator's loss
    return [
        w_g - RATE * z.T @ to_pixels,
        b_g - RATE * to_pixels.sum(0),
        w_d - RATE * (real.T @ to_real + fake.T @ to_fake),
        b_d - RATE * (to_real + to_fake).sum(0),
    ]


def all_weights(gan: GAN) -> list[np.ndarray]:
    return gan.generator.get_weights() + gan.discriminator.get_weights()


class Smoothed(GAN):
    real_label = 0.9


@pytest.mark.parametrize("classes", [0, CLASSES], ids=["images", "images and labels"])
@pytest.mark.parametrize("kind", [GAN, Smoothed, AveragedGAN])
@pytest.mark.parametrize("compiled", [False, True], ids=["eager", "fit"])
def test_a_step_is_the_one_written_out_by_hand(kind, classes, compiled):
    gan = linear_gan(kind, classes)
    before, arrays = all_weights(gan), (IMAGES[:BATCH], LABELS[:BATCH])
    noise = np.asarray(keras.random.normal((BATCH, 2), seed=keras.random.SeedGenerator(4)))
    given = arrays if classes else arrays[:1]
    if compiled:
        train(gan, 1, [], arrays=given)
        arrays = next(iter(data.batches(*arrays, batch_size=BATCH, seed=1)))  # as `train` shuffles them
    else:
        gan.train_step(tuple(map(tf.constant, given)))
    expected = step_by_hand(before, *map(np.asarray, arrays), noise, kind.real_label, classes)
    for found, wanted, start in zip(all_weights(gan), expected, before, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-5)
        assert np.abs(wanted - start).max() > 1e-3, "the step is large enough to be seen"


def test_labels_reach_both_networks():
    """With other labels, the drawn image and both networks' next weights are others."""
    moved = []
    for labels in (LABELS[:BATCH], (LABELS[:BATCH] + 1) % CLASSES):
        gan = linear_gan(GAN, CLASSES)
        gan.train_step((tf.constant(IMAGES[:BATCH]), tf.constant(labels)))
        moved.append(all_weights(gan))
    assert all(not np.array_equal(*pair) for pair in zip(*(m[::2] for m in moved), strict=True))
    one, other = (np.asarray(gan.generate([NOISE, np.full(5, label)])) for label in (0, 1))
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("kind", [GAN, AveragedGAN])
def test_arrays_and_tensors_may_mix(kind):
    gan, labels = linear_gan(kind, CLASSES), np.arange(5) % CLASSES
    drawn = np.asarray(gan.generate([NOISE, labels]))
    for noise in (NOISE, tf.constant(NOISE)):
        for given in (labels, tf.constant(labels)):
            assert np.array_equal(gan.generate([noise, given]), drawn)
            assert np.array_equal(gan([noise, given]), drawn), "a GAN can be called like its generator"
    assert np.array_equal(linear_gan(kind).generate(NOISE), linear_gan(kind)(tf.constant(NOISE)))


def test_the_average_is_the_recurrence_written_out():
    gan, seen = new_gan(kind=AveragedGAN), []
    keep_weights = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: seen.append(gan.generator.get_weights())
    )
    train(gan, 9, [keep_weights])
    mean = [np.zeros(w.shape) for w in seen[0]]
    for t, found in enumerate(seen, start=1):
        keep = (1 - 1 / t) ** 8
        mean = [keep * m + (1 - keep) * w for m, w in zip(mean, found, strict=True)]
    for found, wanted, last in zip(gan.average.get_weights(), mean, seen[-1], strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-6)
        assert not np.allclose(found, last, rtol=1e-4, atol=1e-6)
    assert np.array_equal(gan.generate(NOISE), gan.average(NOISE, training=False))


def test_the_average_is_a_ninth_of_the_run_old():
    """Weights that are the number of the step average to 8/9 of the steps."""
    gan, steps = new_gan(kind=AveragedGAN), 900
    weights = gan.generator.variables[0]

    @tf.function
    def run():
        for t in tf.range(1, steps + 1):
            gan.g_optimizer.iterations.assign(tf.cast(t, gan.g_optimizer.iterations.dtype))
            weights.assign(tf.fill(weights.shape, tf.cast(t, "float32")))
            gan.update_average()

    run()
    assert np.asarray(gan.average.variables[0]) / steps == pytest.approx(8 / 9, abs=2e-3)


def test_the_average_takes_no_part_in_training():
    plain, averaged = (new_gan(kind=kind, optimizer=keras.optimizers.SGD) for kind in (GAN, AveragedGAN))
    for gan in (plain, averaged):
        train(gan, 6, [])
    for one, other in zip(all_weights(plain), all_weights(averaged), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-5)  # two compiled graphs may round otherwise


@pytest.mark.parametrize("mover", ["generator", "discriminator"])
def test_follow_moves_exactly_one_network_downhill(mover):
    gan = linear_gan()
    networks = {"generator": gan.generator, "discriminator": gan.discriminator}
    before = {name: network.get_weights() for name, network in networks.items()}

    def loss():  # depends on the weights of both
        return tf.reduce_mean(gan.discriminator(gan.generator(NOISE)) ** 2)

    with tf.GradientTape() as tape:
        first = loss()
    course.follow(tape, first, networks[mover], keras.optimizers.SGD(1e-2))
    for name, network in networks.items():
        assert equal(network.get_weights(), before[name]) == (name != mover)
    assert loss() < first


@pytest.mark.parametrize(("method", "network"), [("d_loss", "discriminator"), ("g_loss", "generator")])
@pytest.mark.parametrize("compiled", [False, True], ids=["eager", "fit"])
def test_a_loss_without_mean_is_refused_by_the_networks_name(method, network, compiled):
    def no_mean(self, *logits):
        return tf.nn.softplus(-logits[0])

    gan = new_gan(kind=type("Summed", (GAN,), {method: no_mean}))
    before = all_weights(gan)
    words = rf"loss of the {network} has the shape \(8, 1\).*tf\.reduce_mean"
    step = (lambda: train(gan, 1, [])) if compiled else (lambda: gan.train_step(tf.constant(IMAGES[:BATCH])))
    with pytest.raises(ValueError, match=words):
        step()
    if compiled:
        assert equal(all_weights(gan), before)


def test_a_whole_number_draws_the_same_noise_and_the_model_new_noise():
    gan = new_gan()
    assert np.array_equal(gan.draw_noise(5, 3), gan.draw_noise(5, 3))
    assert not np.array_equal(gan.draw_noise(5), gan.draw_noise(5))
    many = np.asarray(gan.draw_noise(50_000, 3))
    assert many.shape == (50_000, 2)
    assert many.mean(0) == pytest.approx([0, 0], abs=0.02)
    assert many.std(0) == pytest.approx([1, 1], abs=0.02)


def test_summary_tells_both_networks_and_their_sizes():
    lines: list[str] = []
    gan = new_gan()
    gan.summary(print_fn=lambda text, **_: lines.append(text))
    text = "\n".join(lines)
    for network in (gan.generator, gan.discriminator):
        assert network.name in text
        assert f"{network.count_params():,}" in text


LOAD = """
import sys
import numpy as np
from tests.test_gan import NOISE, Mine
import keras
gan = keras.saving.load_model(sys.argv[1], custom_objects={objects})
print(type(gan).__name__)
optimizers = [np.asarray(v) for o in gan.optimizers for v in o.variables]
np.savez(sys.argv[2], np.asarray(gan.generate(NOISE)), *optimizers)
"""


class Mine(AveragedGAN):
    """What a student may write: another loss for the generator."""

    def g_loss(self, fake_logits):
        return -tf.reduce_mean(fake_logits)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [GAN, AveragedGAN, Mine])
def test_a_saved_gan_draws_the_same_bits_in_another_process(tmp_path, kind):
    gan = new_gan(kind=kind)
    train(gan, 5, [])
    gan.save(tmp_path / "gan.keras")
    code = LOAD.format(objects="{'Mine': Mine}" if kind is Mine else "None")
    if kind is not Mine:
        code = code.replace("from tests.test_gan import NOISE, Mine", "from tests.tiny_gan import NOISE")
    command = [sys.executable, "-c", code, str(tmp_path / "gan.keras"), str(tmp_path / "loaded.npz")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == kind.__name__, done.stderr
    expected = [np.asarray(gan.generate(NOISE))]
    expected += [np.asarray(v) for optimizer in gan.optimizers for v in optimizer.variables]
    with np.load(tmp_path / "loaded.npz") as loaded:
        assert equal([loaded[name] for name in loaded], expected)


def test_a_loaded_gan_trains_on(tmp_path):
    gan = new_gan()
    train(gan, 3, [])
    gan.save(tmp_path / "gan.keras")
    loaded = keras.saving.load_model(tmp_path / "gan.keras")
    before = weights(loaded)
    train(loaded, 2, [])
    assert [int(optimizer.iterations) for optimizer in loaded.optimizers] == [5, 5]
    assert not equal(weights(loaded), before)


def test_a_gan_that_is_not_compiled_can_be_saved(tmp_path):
    gan = GAN(new_gan().generator, new_gan().discriminator, latent_dim=2)
    gan.save(tmp_path / "gan.keras")
    loaded = keras.saving.load_model(tmp_path / "gan.keras")
    assert np.array_equal(loaded.generate(NOISE), gan.generate(NOISE))


@pytest.fixture
def mixed_precision():
    keras.config.set_dtype_policy("mixed_float16")
    yield
    keras.config.set_dtype_policy("float32")


@pytest.mark.usefixtures("mixed_precision")
@pytest.mark.parametrize("kind", [GAN, AveragedGAN])
def test_mixed_precision_trains_with_weights_in_single_precision(kind):
    gan = new_gan(kind=kind)
    assert gan.generator.compute_dtype == "float16"
    before, losses = all_weights(gan), []
    train(
        gan, 20, [keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: losses.append(logs))]
    )
    assert np.isfinite([list(row.values()) for row in losses]).all()
    for found, start in zip(all_weights(gan), before, strict=True):
        assert found.dtype == start.dtype
        assert np.isfinite(found).all()
    assert {v.dtype for v in gan.trainable_variables} == {"float32"}
    assert not equal(all_weights(gan), before)
