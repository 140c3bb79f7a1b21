"""A sigmoid on the scores."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     real_mean, fake_mean = tf.reduce_mean(real_scores), tf.reduce_mean(fake_scores)
# +     real_mean, fake_mean = tf.reduce_mean(tf.sigmoid(real_scores)), tf.reduce_mean(tf.sigmoid(fake_scores))
