"""A Gaussian kernel."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (x @ y.T / x.shape[1] + 1) ** 3
# +         return np.exp(-cdist(x, y) ** 2 / 2)
