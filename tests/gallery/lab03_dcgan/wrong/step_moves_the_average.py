"""Updated the average too, which train_step() does."""

LOSES = {"test-update-both"}


# %% update-both
# -     return {"d_loss": d_loss, "g_loss": g_loss}
# +     for mean, new in zip(gan.average.weights, gan.generator.weights):
# +         mean.assign(0.99 * mean + 0.01 * new)
# +     return {"d_loss": d_loss, "g_loss": g_loss}
