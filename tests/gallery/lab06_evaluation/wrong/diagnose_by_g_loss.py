"""A g_loss near 0 is a frozen discriminator."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# +     if np.median(late["g_loss"]) < 0.05:
