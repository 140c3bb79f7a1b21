"""The line at the largest size."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     b, a = np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)
# +     return a + b * x.min()
