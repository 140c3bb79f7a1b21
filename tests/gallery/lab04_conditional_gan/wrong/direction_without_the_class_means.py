"""Subtracted nothing, so the class hides the attribute."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     for digit in np.unique(labels):
# -         values[labels == digit] -= values[labels == digit].mean()
