"""Other keys."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     return {"d_loss": fake_mean - real_mean, "g_loss": -fake_mean}
# +     return {"critic_loss": fake_mean - real_mean, "generator_loss": -fake_mean}
