"""The discriminator wins when g_loss is large."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) < 0.1:
# +     if np.median(late["g_loss"]) > 4:
