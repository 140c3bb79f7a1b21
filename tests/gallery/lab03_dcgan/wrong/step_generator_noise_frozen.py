"""Drew fresh noise for the discriminator, and the generator's once with NumPy."""

LOSES = {"test-update-both"}


# %% update-both
# -         g_loss = gan.generator_loss(fake_logits)
# +         noise = np.random.normal(size=(len(real_images), gan.latent_dim)).astype("float32")
# +         g_loss = gan.generator_loss(gan.discriminator(gan.generator(noise, training=True), training=True))
