"""Forgot the power."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (x @ y.T / x.shape[1] + 1) ** 3
# +         return x @ y.T / x.shape[1] + 1
