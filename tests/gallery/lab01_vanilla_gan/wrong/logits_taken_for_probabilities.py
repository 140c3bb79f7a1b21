"""BinaryCrossentropy as it comes."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# +     cross_entropy = keras.losses.BinaryCrossentropy()
