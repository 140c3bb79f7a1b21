"""Looks for what is not finite in the second half only."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if not (np.isfinite(late["d_loss"]).all() and np.isfinite(late["g_loss"]).all()):
