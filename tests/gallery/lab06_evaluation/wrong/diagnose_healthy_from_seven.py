"""Healthy from seven modes on."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# +     if np.median(late["modes"]) > 6:
