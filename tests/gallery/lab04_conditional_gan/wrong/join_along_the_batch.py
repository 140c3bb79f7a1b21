"""Joined the label along the wrong axis."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     return keras.ops.concatenate([noise, one_hot], axis=1)
# +     return keras.ops.concatenate([noise, one_hot], axis=0)
