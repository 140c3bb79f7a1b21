"""Returns the losses of the first update."""

LOSES = {"test-critic-updates"}


# %% train-once
# -     for part in tf.split(real_images, gan.critic_steps):
# +     firsts = []
# +     for part in tf.split(real_images, gan.critic_steps):

# -         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         firsts.append((d_loss, estimate))

# -     noise = gan.draw_noise(part.shape[0])
# +     d_loss, estimate = firsts[0]
# +     noise = gan.draw_noise(part.shape[0])
