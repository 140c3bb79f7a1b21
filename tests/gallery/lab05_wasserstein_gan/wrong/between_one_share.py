"""One share for the batch."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.random.uniform(())
