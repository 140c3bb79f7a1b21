"""nan is not seen."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if np.isinf(trace["d_loss"]).any() or np.isinf(trace["g_loss"]).any():
