"""The smallest and the largest size only."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     means, ends = np.asarray(distances).mean(axis=1), [np.argmin(x), np.argmax(x)]
# +     return np.polyfit(x[ends], means[ends], deg=1)[1]
