"""The step is compiled already; samples without naming the mode."""


# %% losses
def discriminator_loss(real_logits, fake_logits):
    real = keras.losses.binary_crossentropy(tf.ones_like(real_logits), real_logits, from_logits=True)
    fake = keras.losses.binary_crossentropy(tf.zeros_like(fake_logits), fake_logits, from_logits=True)
    return tf.reduce_mean(real) + tf.reduce_mean(fake)


def generator_loss(fake_logits):
    return tf.reduce_mean(
        keras.losses.binary_crossentropy(tf.ones_like(fake_logits), fake_logits, from_logits=True)
    )


# %% update-both
# - def update_both(gan, real_images):
# + @tf.function
# + def update_both(gan, real_images):

# %% draw-samples
# -     return gan.average(noise, training=False)
# +     return gan.average(noise)
