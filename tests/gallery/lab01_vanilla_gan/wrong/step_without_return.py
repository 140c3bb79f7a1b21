"""Updating is all it must do."""

LOSES = {"test-step"}


# %% step
# -         return {"d_loss": d_loss, "g_loss": g_loss}
