"""Looks at the last losses for what is not finite."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if not (np.isfinite(trace["d_loss"][-1]) and np.isfinite(trace["g_loss"][-1])):
