"""Clipped the samples to [-1, 1]."""

LOSES = {"test-draw-samples"}


# %% draw-samples
# -     return gan.average(noise, training=False)
# +     return tf.clip_by_value(gan.average(noise, training=False), -1, 1)
