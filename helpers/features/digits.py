"""The digit judge: the classifier whose features the course's scores of digits are computed on.

``python -m helpers.features digits`` trains it: on the training part of the shipped digits alone, each
pass with small random shifts, turns and changes of size, and writes its weights to the assets.
It is a judge, so no GAN of the course is ever trained with it.
"""

import functools
from pathlib import Path

from helpers import _start, assets, data, profile

import keras
import numpy as np

WEIGHTS_FILE = "digit_classifier.weights.h5"
FEATURES = 64
EPOCHS, BATCH_SIZE = 20, 64


def build_classifier() -> keras.Model:
    """Return the untrained network: (n, 28, 28, 1) in [-1, 1] -> 10 logits, 64 features before."""
    layers, paper = keras.layers, {"fill_mode": "constant", "fill_value": -1.0}
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.RandomTranslation(0.07, 0.07, **paper),
            layers.RandomRotation(0.04, **paper),
            layers.RandomZoom(0.1, **paper),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.Flatten(),
            layers.Dropout(0.4),
            layers.Dense(FEATURES, activation="relu", name="features"),
            layers.Dropout(0.3),
            layers.Dense(10, name="logits"),
        ],
        name="digit_classifier",
    )


def train_classifier() -> tuple[keras.Model, float]:
    """Train a classifier; return it with its accuracy (0 to 1) on the 1,000 test digits."""
    profile.set_seed(1)
    images, labels = data.load_digits("train")
    classifier = build_classifier()
    steps = EPOCHS * len(images) // BATCH_SIZE
    classifier.compile(
        optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(2e-3, steps)),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=False,
    )
    classifier.fit(images, labels, batch_size=BATCH_SIZE, epochs=EPOCHS, verbose=0)
    return classifier, classifier.evaluate(*data.load_digits("test"), verbose=0)[1]


@functools.cache
def load_classifier(folder: Path = assets.FOLDER) -> keras.Model:
    """Return the shipped classifier as one model with two outputs, features and logits.

    Raises
    ------
    helpers.assets.AssetError
        If the weights are missing or altered.
    """
    path = assets.asset(WEIGHTS_FILE, folder)
    with _start.course_settings():  # else a page's mixed precision would change every score
        classifier = build_classifier()
        classifier.load_weights(path)
        features = classifier.get_layer("features").output
        return keras.Model(classifier.inputs[0], [features, classifier.outputs[0]])


def run_classifier(images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return features ``(n, 64)`` and class probabilities ``(n, 10)`` of digits.

    Parameters
    ----------
    images
        Floating point, shape ``(n, 28, 28, 1)``, in [-1, 1].

    Raises
    ------
    ValueError
        If the shape is another.
    """
    images = np.asarray(images, dtype="float32")
    if images.ndim != 4 or images.shape[1:] != (28, 28, 1):
        raise ValueError(f"The classifier reads images of shape (n, 28, 28, 1), not {images.shape}.")
    chunks = [load_classifier()(images[i : i + 500], training=False) for i in range(0, len(images), 500)]
    features, logits = (np.concatenate(part) for part in zip(*chunks, strict=True))
    return features, keras.ops.convert_to_numpy(keras.ops.softmax(logits))


def main() -> None:
    """Train the classifier and write its weights to the assets."""
    classifier, accuracy = train_classifier()
    classifier.save_weights(assets.FOLDER / WEIGHTS_FILE)
    print(f"{WEIGHTS_FILE}: {accuracy:.1%} of the 1,000 test digits right")
