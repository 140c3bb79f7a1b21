"""float() fails in fit, unless compilation is off everywhere."""

LOSES = {"test-step", "test-step-noise"}


# %% step
# -         self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
# +         self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
# +         tf.config.run_functions_eagerly(True)

# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         return {"d_loss": float(d_loss), "g_loss": float(g_loss)}
