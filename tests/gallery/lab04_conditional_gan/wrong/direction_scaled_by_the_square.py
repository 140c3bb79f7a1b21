"""Divided by the sum of squares, without the root."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     return coefficients / np.linalg.norm(coefficients)
# +     return coefficients / np.sum(coefficients**2)
