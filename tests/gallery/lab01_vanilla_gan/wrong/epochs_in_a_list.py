"""The number in a list."""

LOSES = {"test-epochs"}


# %% epochs
# -     return steps * batch_size / image_count
# +     return [steps * batch_size / image_count]
