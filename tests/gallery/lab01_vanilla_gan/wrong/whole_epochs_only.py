"""An epoch is finished or it is not."""

LOSES = {"test-epochs"}


# %% epochs
# -     return steps * batch_size / image_count
# +     return steps * batch_size // image_count
