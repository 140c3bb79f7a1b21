"""Moved the discriminator in the generator's step too."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     gan.d_optimizer.apply(tape.gradient(g_loss, d_variables), d_variables)
