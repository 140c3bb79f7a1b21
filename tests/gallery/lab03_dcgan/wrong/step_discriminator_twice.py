"""Trained the discriminator twice in a step."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# +     for _ in range(2):
# +         gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
