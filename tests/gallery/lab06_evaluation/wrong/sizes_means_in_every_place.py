"""The mean in every place."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     return found
# +     return np.tile(found.mean(axis=1, keepdims=True), (1, repeats))
