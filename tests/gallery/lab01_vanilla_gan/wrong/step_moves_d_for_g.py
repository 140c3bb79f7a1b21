"""The generator's loss passes through both networks, so both learn from it."""

LOSES = {"test-step"}


# %% step
# -         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +         self.d_optimizer.apply(tape.gradient(g_loss, d_variables), d_variables)
