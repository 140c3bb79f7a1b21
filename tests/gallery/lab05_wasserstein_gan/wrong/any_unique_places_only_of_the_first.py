"""Only the points of the first sample."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     places = np.sort(np.concatenate([first, second]))
# +     places = np.sort(first)
