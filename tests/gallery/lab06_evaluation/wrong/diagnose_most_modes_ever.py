"""The most modes that were ever covered."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# +     if np.max(trace["modes"]) > 4:
