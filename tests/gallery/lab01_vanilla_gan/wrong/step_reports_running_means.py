"""Metrics of Keras report means over the epoch; the first step is right."""

LOSES = {"test-step"}


# %% step
# -         self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
# +         self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
# +         self.d_mean, self.g_mean = keras.metrics.Mean(), keras.metrics.Mean()

# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         self.d_mean.update_state(d_loss)
# +         self.g_mean.update_state(g_loss)
# +         return {"d_loss": self.d_mean.result(), "g_loss": self.g_mean.result()}
