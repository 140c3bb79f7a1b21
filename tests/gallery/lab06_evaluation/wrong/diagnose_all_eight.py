"""Healthy needs all eight modes all the time."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# +     if np.min(late["modes"]) == 8:
