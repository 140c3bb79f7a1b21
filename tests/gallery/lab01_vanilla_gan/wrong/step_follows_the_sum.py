"""One loss for both: the sum."""

LOSES = {"test-step"}


# %% step
# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +         of_d, of_g = tape.gradient([d_loss, g_loss], [d_variables, g_variables])
# +         self.d_optimizer.apply(of_d, d_variables)
# +         self.g_optimizer.apply(of_g, g_variables)
