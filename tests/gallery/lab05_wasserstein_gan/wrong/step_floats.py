"""Makes floats, which compiled code cannot."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -     return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
# +     return {"d_loss": float(d_loss), "g_loss": float(g_loss), "estimate": float(estimate)}
