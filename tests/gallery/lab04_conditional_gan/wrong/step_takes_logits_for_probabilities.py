"""Forgot that these are logits."""

LOSES = {"test-update-both"}


# %% update-both
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# +     cross_entropy = keras.losses.BinaryCrossentropy()
