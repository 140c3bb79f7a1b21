"""Freezes the generator while the discriminator learns, and forgets to thaw it."""

LOSES = {"test-step"}


# %% step
# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +         self.generator.trainable = False
# +         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
