"""The places are not sorted."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     places = np.sort(np.concatenate([first, second]))
# +     places = np.concatenate([first, second])
