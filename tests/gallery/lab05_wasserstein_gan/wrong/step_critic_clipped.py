"""Clips the critic, too."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -     noise = gan.draw_noise(part.shape[0])
# +     for variable in gan.critic.trainable_variables:
# +         variable.assign(tf.clip_by_value(variable, -0.05, 0.05))
# +     noise = gan.draw_noise(part.shape[0])
