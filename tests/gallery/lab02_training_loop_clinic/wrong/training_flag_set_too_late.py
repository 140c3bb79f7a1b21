"""The flag is set to True, but only after the step was first run frozen."""

LOSES = {"test-mended-training"}


# %% mended-training
# -     discriminator.compile(optimizer=d_optimizer, loss=cross_entropy)
# +     discriminator.compile(optimizer=d_optimizer, loss=cross_entropy)
# +     discriminator.trainable = False

# -         real, fake = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# -         fake_images = np.asarray(generator(noise))
# -         discriminator.trainable = True  # read when the step below is first run
# -         discriminator.train_on_batch(real_images, real)
# -         discriminator.train_on_batch(fake_images, fake)
# +         ones, zeros = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# +         discriminator.train_on_batch(real_images, ones)
# +         discriminator.train_on_batch(np.asarray(generator(noise)), zeros)
# +         discriminator.trainable = True

# -         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# +         g_losses.append(float(combined.train_on_batch(noise, ones)))
