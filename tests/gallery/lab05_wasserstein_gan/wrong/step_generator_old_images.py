"""Images from outside of the tape: no gradient."""

LOSES = {"test-generator-update"}


# %% train-once
# -         g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
# +         g_loss = -tf.reduce_mean(gan.critic(fake_images, training=True))

# -     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     slopes = tape.gradient(g_loss, variables, unconnected_gradients="zero")
# +     gan.g_optimizer.apply(slopes, variables)
