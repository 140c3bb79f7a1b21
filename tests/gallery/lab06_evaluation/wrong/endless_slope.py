"""Returned the slope."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[0]
