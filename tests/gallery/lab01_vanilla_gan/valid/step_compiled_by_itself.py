"""The step is compiled by itself, and reports more than was asked for, in another order."""


# %% step
# -     def train_step(self, real_images):
# +     @tf.function
# +     def train_step(self, real_images):

# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         return {"g_loss": g_loss, "d_loss": d_loss, "sum": d_loss + g_loss}
