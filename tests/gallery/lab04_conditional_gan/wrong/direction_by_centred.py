"""Used the function of the example, which knows ten classes."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     values = np.array(values, dtype="float64")
# -     for digit in np.unique(labels):
# -         values[labels == digit] -= values[labels == digit].mean()
# +     values = centred(values, labels)
