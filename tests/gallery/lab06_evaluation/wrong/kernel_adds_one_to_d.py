"""Adds 1 to d, not to the quotient."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (x @ y.T / x.shape[1] + 1) ** 3
# +         return (x @ y.T / (x.shape[1] + 1)) ** 3
