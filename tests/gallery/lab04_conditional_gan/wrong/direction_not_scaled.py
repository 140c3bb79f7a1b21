"""Did not scale the direction to length 1."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     return coefficients / np.linalg.norm(coefficients)
# +     return coefficients
