"""Returns the loss as estimate."""

LOSES = {"test-critic-updates"}


# %% train-once
# -     return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
# +     return {"d_loss": d_loss, "g_loss": g_loss, "estimate": d_loss}
