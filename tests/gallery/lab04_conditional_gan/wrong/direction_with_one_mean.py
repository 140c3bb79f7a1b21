"""Subtracted the mean of all."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     for digit in np.unique(labels):
# -         values[labels == digit] -= values[labels == digit].mean()
# +     values -= values.mean()
