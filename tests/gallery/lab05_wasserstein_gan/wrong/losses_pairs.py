"""Subtracts image by image, which needs batches of one size and broadcasts here."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     return {"d_loss": fake_mean - real_mean, "g_loss": -fake_mean}
# +     return {"d_loss": fake_scores - tf.transpose(real_scores), "g_loss": -fake_mean}
