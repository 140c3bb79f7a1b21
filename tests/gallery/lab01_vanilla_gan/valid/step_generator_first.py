"""G first, then D on images of the new G; D is switched off while G learns."""


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# -         with tf.GradientTape(persistent=True) as tape:
# -             fake_images = self.generator(noise, training=True)
# -             real_logits = self.discriminator(real_images, training=True)
# -             fake_logits = self.discriminator(fake_images, training=True)
# -             d_loss = self.d_loss_fn(real_logits, fake_logits)
# -             g_loss = self.g_loss_fn(fake_logits)
# -         d_variables = self.discriminator.trainable_variables
# -         g_variables = self.generator.trainable_variables
# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         noise = self.new_noise(keras.ops.shape(real_images)[0])
# +         self.discriminator.trainable = False
# +         with tf.GradientTape() as tape:
# +             g_loss = self.g_loss_fn(self.discriminator(self.generator(noise, training=True), training=True))
# +         self.g_optimizer.apply(
# +             tape.gradient(g_loss, self.generator.trainable_variables), self.generator.trainable_variables
# +         )
# +         self.discriminator.trainable = True
# +         fakes = self.generator(noise, training=True)
# +         with tf.GradientTape() as tape:
# +             both = self.discriminator(real_images, training=True), self.discriminator(fakes, training=True)
# +             d_loss = self.d_loss_fn(*both)
# +         gradients = tape.gradient(d_loss, self.discriminator.trainable_variables)
# +         self.d_optimizer.apply(gradients, self.discriminator.trainable_variables)
# +         return {"d_loss": d_loss, "g_loss": g_loss, "d_on_fake": tf.reduce_mean(both[1])}
