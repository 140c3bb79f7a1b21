"""Infinite losses are not seen."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if np.isnan(trace["d_loss"]).any() or np.isnan(trace["g_loss"]).any():
