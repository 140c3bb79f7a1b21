"""Made float() work by switching compilation off."""

LOSES = {"test-update-both"}


# %% update-both
# - def update_both(gan, real_images):
# + tf.config.run_functions_eagerly(True)
# +
# +
# + def update_both(gan, real_images):

# -     return {"d_loss": d_loss, "g_loss": g_loss}
# +     return {"d_loss": float(d_loss), "g_loss": float(g_loss)}
