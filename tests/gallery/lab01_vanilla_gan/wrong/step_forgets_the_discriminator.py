"""The discriminator is the judge; a judge does not change."""

LOSES = {"test-step"}


# %% step
# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
