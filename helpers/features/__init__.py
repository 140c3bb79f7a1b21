"""The judges whose features the course's scores are computed on, one for each kind of image.

``python -m helpers.features digits`` and ``python -m helpers.features emoji`` train them, on the
training parts alone, and write their weights to the assets. No GAN of the course is ever trained
with a judge.
"""

from helpers.features.digits import load_classifier, run_classifier
from helpers.features.emoji import EmojiReading, emoji_features, read_emoji

__all__ = ["EmojiReading", "emoji_features", "load_classifier", "read_emoji", "run_classifier"]
