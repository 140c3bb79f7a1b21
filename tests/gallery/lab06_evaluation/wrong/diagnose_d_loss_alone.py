"""Looks at d_loss alone for what is not finite."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if not (np.isfinite(trace["d_loss"]).all() and np.isfinite(trace["g_loss"]).all()):
# +     if not np.isfinite(trace["d_loss"]).all():
