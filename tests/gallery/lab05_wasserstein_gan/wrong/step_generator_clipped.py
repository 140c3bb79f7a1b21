"""Clips the generator."""

LOSES = {"test-generator-update"}


# %% train-once
# -     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     for variable in variables:
# +         variable.assign(tf.clip_by_value(variable, -0.05, 0.05))
