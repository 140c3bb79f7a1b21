"""The generator's sign."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     return {"d_loss": fake_mean - real_mean, "g_loss": -fake_mean}
# +     return {"d_loss": fake_mean - real_mean, "g_loss": fake_mean}
