"""Each step starts where the last one ended."""

LOSES = {"test-walk"}


# %% walk
# -         there = (noise + reach * np.asarray(direction)).astype("float32")
# +         noise = there = (noise + reach * np.asarray(direction)).astype("float32")
