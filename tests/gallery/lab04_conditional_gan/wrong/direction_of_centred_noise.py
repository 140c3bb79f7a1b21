"""Subtracted the means of the classes from the noise too."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     for digit in np.unique(labels):
# -         values[labels == digit] -= values[labels == digit].mean()
# +     noise = np.array(noise, dtype="float64")
# +     for digit in np.unique(labels):
# +         values[labels == digit] -= values[labels == digit].mean()
# +         noise[labels == digit] -= noise[labels == digit].mean(axis=0)
