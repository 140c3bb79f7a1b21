"""len(), which a tensor does not have in a compiled function."""

LOSES = {"test-points-between"}


# %% points-between
# -     shape = [real_images.shape[0]] + [1] * (len(real_images.shape) - 1)
# +     shape = [len(real_images)] + [1] * (len(real_images.shape) - 1)
