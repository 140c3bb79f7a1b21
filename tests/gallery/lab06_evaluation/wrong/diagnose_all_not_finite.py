"""Asks that all losses are not finite."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if not (np.isfinite(trace["d_loss"]).any() and np.isfinite(trace["g_loss"]).any()):
