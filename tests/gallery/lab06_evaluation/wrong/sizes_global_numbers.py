"""Random numbers of NumPy's global state."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# +             rows = np.random.permutation(len(pool))
