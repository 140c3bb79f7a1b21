"""Subtracted the means of the classes 0 to 9."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     for digit in np.unique(labels):
# -         values[labels == digit] -= values[labels == digit].mean()
# +     for digit in range(10):
# +         if (labels == digit).any():
# +             values[labels == digit] -= values[labels == digit].mean()
