"""The generator follows the sum of both losses."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     gan.g_optimizer.apply(tape.gradient([d_loss, g_loss], g_variables), g_variables)
