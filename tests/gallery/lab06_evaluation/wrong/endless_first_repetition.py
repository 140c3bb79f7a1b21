"""The first repetition only."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     return np.polyfit(x, np.asarray(distances)[:, 0], deg=1)[1]
