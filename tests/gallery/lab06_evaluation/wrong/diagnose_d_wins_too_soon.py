"""A limit of 1 for a discriminator that wins."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) < 0.1:
# +     if np.median(late["d_loss"]) < 1:
