"""Returns a tuple."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     return {"d_loss": fake_mean - real_mean, "g_loss": -fake_mean}
# +     return (fake_mean - real_mean, -fake_mean)
