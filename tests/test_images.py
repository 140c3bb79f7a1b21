"""Images in the course's format: the check, and the way from 0..255 there and back."""

from helpers import images

import numpy as np
import pytest
import tensorflow as tf


def test_pixels_survive_the_way_there_and_back():
    pixels = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    there = images.to_float(pixels)
    assert there.dtype == np.float32
    assert (there.ravel()[0], there.ravel()[-1]) == (-1.0, 1.0)
    np.testing.assert_allclose(np.diff(there.ravel()), 2 / 255, rtol=1e-3)
    assert np.array_equal(images.to_uint8(there), pixels)
    assert images.to_uint8(np.array([-1.0, -0.9985, 0.9985, 1.0])).tolist() == [0, 0, 255, 255]
    assert images.to_uint8(np.zeros((0, 4, 4, 1))).shape == (0, 4, 4, 1)


@pytest.mark.parametrize("bad", [1.2, -1.01, np.nan, np.inf])
def test_only_finite_pixels_from_minus_1_to_1_become_bytes(bad):
    with pytest.raises(ValueError, match="tanh"):
        images.to_uint8(np.array([0.0, bad]))


@pytest.mark.parametrize("kind", ["float32", "float64", "float16", "bfloat16", "int64"])
def test_pixels_that_are_no_bytes_are_not_converted_again(kind):
    """The message must not send a reader with pixels in [-1, 1] to another conversion."""
    with pytest.raises(TypeError, match=f"not {kind}.*in \\[-1, 1\\] need no conversion"):
        images.to_float(np.asarray(tf.zeros((2, 2), kind)))


@pytest.mark.parametrize("kind", ["float16", "float32", "float64", "bfloat16"])
def test_every_floating_point_type_is_an_image(kind):
    given = np.asarray(tf.cast(tf.reshape(tf.linspace(-1.0, 1.0, 32), (2, 4, 4, 1)), kind))
    found = images.check_images(given)
    assert np.issubdtype(found.dtype, np.floating)
    assert np.array_equal(found, given.astype("float64"))
    assert images.to_uint8(given).ravel()[[0, -1]].tolist() == [0, 255]


def test_a_tensor_and_a_list_are_images_too():
    assert isinstance(images.check_images(tf.zeros((2, 4, 4, 3))), np.ndarray)
    assert images.check_images(np.zeros((2, 4, 4, 3)).tolist()).shape == (2, 4, 4, 3)


def test_the_smallest_number_is_the_callers():
    with pytest.raises(ValueError, match="2 images are too few: at least 3"):
        images.check_images(np.zeros((2, 4, 4, 1)), least=3)
    assert len(images.check_images(np.zeros((3, 4, 4, 1)), least=3)) == 3


@pytest.mark.parametrize(
    ("bad", "error", "words"),
    [
        (np.zeros((5, 28, 28)), ValueError, r"images\[..., None\]"),
        (np.zeros((5, 28, 28, 2)), ValueError, "1 or 3 channels"),
        (np.zeros((28, 28)), ValueError, "shape"),
        (np.zeros((5, 28, 28, 1), np.uint8), TypeError, r"helpers\.images\.to_float"),
        (np.zeros((5, 28, 28, 1), bool), TypeError, "not bool"),
        (np.linspace(0, 255, 80).reshape(5, 4, 4, 1), ValueError, "from 0 to 255.*tanh"),
        (np.full((5, 4, 4, 1), np.nan), ValueError, "diverged"),
        (np.asarray(tf.fill((5, 4, 4, 1), tf.cast(np.nan, "bfloat16"))), ValueError, "diverged"),
        (np.zeros((0, 4, 4, 1)), ValueError, "too few"),
    ],
)
def test_what_is_no_image_is_explained(bad, error, words):
    with pytest.raises(error, match=words):
        images.check_images(bad)
