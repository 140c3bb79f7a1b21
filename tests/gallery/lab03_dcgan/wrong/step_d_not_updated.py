"""Updated only the generator."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
