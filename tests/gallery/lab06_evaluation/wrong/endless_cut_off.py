"""Cut off at 0."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     return max(0.0, np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1])
