"""The updates are those of notebook 05's class."""


# %% step
# -         d_variables = self.discriminator.trainable_variables
# -         g_variables = self.generator.trainable_variables
# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         losses = {"d_loss": d_loss, "g_loss": g_loss}
# +         self.update(tape, losses)
# +         return losses
