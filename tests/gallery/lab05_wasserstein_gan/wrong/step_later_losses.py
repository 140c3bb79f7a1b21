"""Computes the losses again after the updates."""

LOSES = {"test-critic-updates"}


# %% train-once
# -     noise = gan.draw_noise(part.shape[0])
# +     estimate = tf.reduce_mean(gan.critic(part)) - tf.reduce_mean(gan.critic(fake_images))
# +     d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
# +     noise = gan.draw_noise(part.shape[0])
