"""The losses of a discriminator."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
def wasserstein_losses(real_scores, fake_scores):
    bce = keras.losses.BinaryCrossentropy(from_logits=True)
    d_loss = bce(tf.ones_like(real_scores), real_scores) + bce(tf.zeros_like(fake_scores), fake_scores)
    return {"d_loss": d_loss, "g_loss": bce(tf.ones_like(fake_scores), fake_scores)}
