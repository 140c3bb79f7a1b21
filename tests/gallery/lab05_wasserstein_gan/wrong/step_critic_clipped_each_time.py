"""Clips the critic after each of its updates."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -         variables = gan.critic.trainable_variables
# -         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         variables = gan.critic.trainable_variables
# +         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         for variable in variables:
# +             variable.assign(tf.clip_by_value(variable, -0.05, 0.05))
