"""The losses of a discriminator."""

LOSES = {"test-critic-updates"}


# %% train-once
# -             d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
# +             bce = keras.losses.BinaryCrossentropy(from_logits=True)
# +             both = bce(tf.ones_like(real_scores), real_scores) + bce(tf.zeros_like(fake_scores), fake_scores)
# +             d_loss = both + gan.penalty_weight * gan.penalty(part, fake_images)
