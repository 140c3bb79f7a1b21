"""Moved the weights itself, without the optimisers of the GAN."""

LOSES = {"test-update-both"}


# %% update-both
# -     gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     for variables, loss in ((d_variables, d_loss), (g_variables, g_loss)):
# +         for weight, slope in zip(variables, tape.gradient(loss, variables)):
# +             weight.assign_sub(0.05 * slope)
