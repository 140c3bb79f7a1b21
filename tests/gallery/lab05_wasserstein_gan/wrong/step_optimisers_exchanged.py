"""Exchanges the optimisers."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         gan.g_optimizer.apply(tape.gradient(d_loss, variables), variables)

# -     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     gan.d_optimizer.apply(tape.gradient(g_loss, variables), variables)
