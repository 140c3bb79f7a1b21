"""Returns nothing."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -     return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
# +     losses = {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
