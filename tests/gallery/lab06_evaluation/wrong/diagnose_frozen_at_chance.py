"""Frozen is a d_loss that does not change much."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# +     if np.ptp(late["d_loss"]) < 0.5 and np.median(late["d_loss"]) > 1:
