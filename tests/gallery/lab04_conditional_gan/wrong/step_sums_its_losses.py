"""Sums over the batch in the place of means."""

LOSES = {"test-update-both"}


# %% update-both
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# +     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True, reduction="sum")
