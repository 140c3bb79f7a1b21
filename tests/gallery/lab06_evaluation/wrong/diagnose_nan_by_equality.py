"""Compares with nan by ==."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if (trace["d_loss"] == np.nan).any() or (trace["g_loss"] == np.nan).any():
