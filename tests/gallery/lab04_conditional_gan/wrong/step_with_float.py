"""float() on the losses, which a compiled step cannot."""

LOSES = {"test-update-both"}


# %% update-both
# -     return {"d_loss": d_loss, "g_loss": g_loss}
# +     return {"d_loss": float(d_loss), "g_loss": float(g_loss)}
