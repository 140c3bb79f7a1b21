"""Trains, and reports the same loss for every step."""

LOSES = {"test-mended-training"}


# %% mended-training
# -     return g_losses
# +     return [0.7 for _ in g_losses]
