"""Points to where the attribute falls."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     return coefficients / np.linalg.norm(coefficients)
# +     return -coefficients / np.linalg.norm(coefficients)
