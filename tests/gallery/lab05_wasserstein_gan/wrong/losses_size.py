"""Takes the size of the estimate."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     return {"d_loss": fake_mean - real_mean, "g_loss": -fake_mean}
# +     return {"d_loss": -tf.abs(fake_mean - real_mean), "g_loss": -fake_mean}
