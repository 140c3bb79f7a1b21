"""The line that freezes was simply deleted, so the generator step moves the discriminator."""

LOSES = {"test-mended-training"}


# %% mended-training
# -         real, fake = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# -         fake_images = np.asarray(generator(noise))
# -         discriminator.trainable = True  # read when the step below is first run
# -         discriminator.train_on_batch(real_images, real)
# -         discriminator.train_on_batch(fake_images, fake)
# -         discriminator.trainable = False
# -         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# +         ones, zeros = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# +         discriminator.train_on_batch(real_images, ones)
# +         discriminator.train_on_batch(np.asarray(generator(noise)), zeros)
# +         g_losses.append(float(combined.train_on_batch(noise, ones)))
