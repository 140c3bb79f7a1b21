"""Returned nothing."""

LOSES = {"test-update-both"}


# %% update-both
# -     return {"d_loss": d_loss, "g_loss": g_loss}
