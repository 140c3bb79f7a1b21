"""Subtracted the means from the caller's own array."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     values = np.array(values, dtype="float64")
