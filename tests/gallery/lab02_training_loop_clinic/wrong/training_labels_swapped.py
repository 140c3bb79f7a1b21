"""Real is 0 and generated is 1 in the discriminator, while the generator still asks for 1."""

LOSES = {"test-mended-training"}


# %% mended-training
# -         real, fake = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# -         fake_images = np.asarray(generator(noise))
# -         discriminator.trainable = True  # read when the step below is first run
# -         discriminator.train_on_batch(real_images, real)
# -         discriminator.train_on_batch(fake_images, fake)
# +         ones, zeros = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# +         discriminator.trainable = True
# +         discriminator.train_on_batch(real_images, zeros)
# +         discriminator.train_on_batch(np.asarray(generator(noise)), ones)

# -         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# +         g_losses.append(float(combined.train_on_batch(noise, ones)))
