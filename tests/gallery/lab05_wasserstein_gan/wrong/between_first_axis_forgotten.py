"""Draws a vector, which goes along the last axis."""

LOSES = {"test-points-between"}


# %% points-between
# -     shape = [real_images.shape[0]] + [1] * (len(real_images.shape) - 1)
# +     shape = (real_images.shape[0],)
