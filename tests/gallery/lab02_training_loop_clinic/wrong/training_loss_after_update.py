"""The loss of each step is measured again after the generator's update."""

LOSES = {"test-mended-training"}


# %% mended-training
# -         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# +         combined.train_on_batch(noise, np.ones((len(noise), 1)))
# +         g_losses.append(float(generator_loss(discriminator(generator(noise)))))
