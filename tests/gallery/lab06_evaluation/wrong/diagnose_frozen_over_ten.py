"""A limit of 10 for a frozen discriminator."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# +     if np.median(late["d_loss"]) > 10:
