"""The generator's loss is minus the critic's."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     return {"d_loss": fake_mean - real_mean, "g_loss": -fake_mean}
# +     return {"d_loss": fake_mean - real_mean, "g_loss": real_mean - fake_mean}
