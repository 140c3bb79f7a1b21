"""The sizes over and over, not each for its row."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     return np.polyfit(np.tile(x, distances.shape[1]), np.ravel(distances), deg=1)[1]
