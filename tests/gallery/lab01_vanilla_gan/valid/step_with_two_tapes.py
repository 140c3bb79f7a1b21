"""D first, then G against the new D with noise of its own."""


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
# +         count = real_images.shape[0]
# +         fake_images = self.generator(self.new_noise(count), training=True)
# +         with tf.GradientTape() as tape:
# +             d_loss = self.d_loss_fn(
# +                 self.discriminator(real_images, training=True), self.discriminator(fake_images, training=True)
# +             )
# +         grads = tape.gradient(d_loss, self.discriminator.trainable_weights)
# +         self.d_optimizer.apply_gradients(zip(grads, self.discriminator.trainable_weights, strict=True))
# +         with tf.GradientTape() as tape:
# +             g_loss = self.g_loss_fn(
# +                 self.discriminator(self.generator(self.new_noise(count), training=True), training=True)
# +             )
# +         grads = tape.gradient(g_loss, self.generator.trainable_weights)
# +         self.g_optimizer.apply_gradients(zip(grads, self.generator.trainable_weights, strict=True))
# +         return dict(d_loss=d_loss, g_loss=g_loss)
