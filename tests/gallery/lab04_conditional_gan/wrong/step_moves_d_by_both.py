"""The discriminator follows the sum of both losses."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# +     gan.d_optimizer.apply(tape.gradient([d_loss, g_loss], d_variables), d_variables)
