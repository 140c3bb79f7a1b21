"""Returns means over the updates."""

LOSES = {"test-critic-updates"}


# %% train-once
# -     for part in tf.split(real_images, gan.critic_steps):
# +     all_losses, all_estimates = [], []
# +     for part in tf.split(real_images, gan.critic_steps):

# -         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         all_losses.append(d_loss)
# +         all_estimates.append(estimate)

# -     noise = gan.draw_noise(part.shape[0])
# +     d_loss, estimate = tf.reduce_mean(all_losses), tf.reduce_mean(all_estimates)
# +     noise = gan.draw_noise(part.shape[0])
