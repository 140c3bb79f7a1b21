"""One share for each row."""

LOSES = {"test-points-between"}


# %% points-between
# -     shape = [real_images.shape[0]] + [1] * (len(real_images.shape) - 1)
# +     shape = list(real_images.shape[:2]) + [1] * (len(real_images.shape) - 2)
