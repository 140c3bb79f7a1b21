"""D maximises V, so its gradient gets a minus."""

LOSES = {"test-step"}


# %% step
# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# +         self.d_optimizer.apply([-g for g in tape.gradient(d_loss, d_variables)], d_variables)
