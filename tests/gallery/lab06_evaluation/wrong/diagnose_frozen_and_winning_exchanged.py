"""Exchanged the first two names."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# -         return "frozen"
# +     if np.median(late["d_loss"]) > 4:
# +         return "d wins"

# -     if np.median(late["d_loss"]) < 0.1:
# -         return "d wins"
# +     if np.median(late["d_loss"]) < 0.1:
# +         return "frozen"
