"""One branch returns nothing."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# -         return "healthy"
# +     if np.median(late["modes"]) > 4:
# +         "healthy"
