"""One share for each pixel."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.random.uniform(real_images.shape)
