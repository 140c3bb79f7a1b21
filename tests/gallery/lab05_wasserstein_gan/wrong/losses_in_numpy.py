"""NumPy, without a gradient."""

LOSES = {"test-wasserstein-losses"}


# %% wasserstein-losses
# -     real_mean, fake_mean = tf.reduce_mean(real_scores), tf.reduce_mean(fake_scores)
# +     real_mean, fake_mean = np.mean(real_scores), np.mean(fake_scores)
