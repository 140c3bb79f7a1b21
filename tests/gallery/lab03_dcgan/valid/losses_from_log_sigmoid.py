"""The losses from the logarithm of the sigmoid; samples as NumPy."""


# %% losses
def discriminator_loss(real_logits, fake_logits):
    return -keras.ops.mean(keras.ops.log_sigmoid(real_logits)) - keras.ops.mean(
        keras.ops.log_sigmoid(-fake_logits)
    )


def generator_loss(fake_logits):
    return -keras.ops.mean(keras.ops.log_sigmoid(fake_logits))


# %% draw-samples
# -     return gan.average(noise, training=False)
# +     noise = tf.convert_to_tensor(noise, dtype="float32")
# +     return gan.average(noise, training=False).numpy()
