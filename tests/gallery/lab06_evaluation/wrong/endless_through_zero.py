"""A line through 0."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     y = np.asarray(distances).mean(axis=1)
# +     return (x @ y) / (x @ x)
