"""Returned the means over all steps, as a progress bar shows them."""

LOSES = {"test-update-both"}


# %% update-both
# - def update_both(gan, real_images):
# + means = {"d_loss": keras.metrics.Mean(), "g_loss": keras.metrics.Mean()}
# +
# +
# + def update_both(gan, real_images):

# -     return {"d_loss": d_loss, "g_loss": g_loss}
# +     means["d_loss"].update_state(d_loss)
# +     means["g_loss"].update_state(g_loss)
# +     return {name: mean.result() for name, mean in means.items()}
