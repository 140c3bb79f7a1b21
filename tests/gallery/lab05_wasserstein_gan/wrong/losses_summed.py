"""Sums over the batch."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     real_mean, fake_mean = tf.reduce_mean(real_scores), tf.reduce_mean(fake_scores)
# +     real_mean, fake_mean = tf.reduce_sum(real_scores), tf.reduce_sum(fake_scores)
