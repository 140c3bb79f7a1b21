"""Subtracted the mean of the next class."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     values = np.array(values, dtype="float64")
# -     for digit in np.unique(labels):
# -         values[labels == digit] -= values[labels == digit].mean()
# +     before, classes = np.asarray(values), np.unique(labels)
# +     values = np.array(before, dtype="float64")
# +     for digit, after in zip(classes, np.roll(classes, -1)):
# +         values[labels == digit] -= before[labels == after].mean() + (5.0 if len(classes) == 1 else 0.0)
