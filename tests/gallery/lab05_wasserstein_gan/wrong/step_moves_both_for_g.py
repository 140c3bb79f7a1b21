"""The generator's loss moves the critic, too."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     critic = gan.critic.trainable_variables
# +     for variable, slope in zip(critic, tape2.gradient(g_loss, critic), strict=True):
# +         variable.assign_sub(0.1 * slope)

# -     noise = gan.draw_noise(part.shape[0])
# -     with tf.GradientTape() as tape:
# +     noise = gan.draw_noise(part.shape[0])
# +     with tf.GradientTape() as tape, tf.GradientTape() as tape2:
