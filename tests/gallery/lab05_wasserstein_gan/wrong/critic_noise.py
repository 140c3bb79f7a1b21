"""Noise on the images."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     x = layers.LeakyReLU(negative_slope=0.2)(layers.Conv2D(16, 4, 2, padding="same")(images))  # 28 -> 14
# +     x = layers.GaussianNoise(0.5)(images)
# +     x = layers.LeakyReLU(negative_slope=0.2)(layers.Conv2D(16, 4, 2, padding="same")(x))
