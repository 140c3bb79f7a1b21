"""Healthy is what is near chance."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# +     if abs(np.median(late["d_loss"]) - 1.39) < 0.3:
