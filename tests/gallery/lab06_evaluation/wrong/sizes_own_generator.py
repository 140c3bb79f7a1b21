"""A generator of its own with a fixed seed."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     found = np.zeros((len(sizes), repeats))
# +     found, rng = np.zeros((len(sizes), repeats)), np.random.default_rng(0)
