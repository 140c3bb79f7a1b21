"""Looks for one large d_loss in the whole run."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# +     if np.max(trace["d_loss"]) > 4:
