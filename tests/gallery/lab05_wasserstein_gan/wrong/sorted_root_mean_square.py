"""The root of the mean of squares."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
# -     return np.abs(np.sort(first) - np.sort(second)).mean()
# +     return np.sqrt(((np.sort(first) - np.sort(second)) ** 2).mean())
