"""Updated only the discriminator."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
