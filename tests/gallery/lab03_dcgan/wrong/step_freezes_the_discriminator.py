"""Set trainable to False for the generator's update, which puts batch normalisation in inference mode."""

LOSES = {"test-update-both"}


# %% update-both
# -     with tf.GradientTape(persistent=True) as tape:
# -         fake_images = gan.generator(noise, training=True)
# -         real_logits = gan.discriminator(real_images, training=True)
# -         fake_logits = gan.discriminator(fake_images, training=True)
# -         d_loss = gan.discriminator_loss(real_logits, fake_logits)
# +     with tf.GradientTape() as tape:
# +         fake_logits = gan.discriminator(gan.generator(noise, training=True), training=True)
# +         d_loss = gan.discriminator_loss(gan.discriminator(real_images, training=True), fake_logits)
# +     variables = gan.discriminator.trainable_variables
# +     gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +     gan.discriminator.trainable = False
# +     with tf.GradientTape() as tape:
# +         fake_logits = gan.discriminator(gan.generator(noise, training=True), training=True)

# -     d_variables = gan.discriminator.trainable_variables
# -     g_variables = gan.generator.trainable_variables
# -     gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     variables = gan.generator.trainable_variables
# +     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     gan.discriminator.trainable = True
