"""Forgets the generator's update."""

LOSES = {"test-generator-update"}


# %% train-once
# -     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     tape.gradient(g_loss, variables)
