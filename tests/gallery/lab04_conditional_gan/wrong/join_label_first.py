"""Put the label before the noise."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     return keras.ops.concatenate([noise, one_hot], axis=1)
# +     return keras.ops.concatenate([one_hot, noise], axis=1)
