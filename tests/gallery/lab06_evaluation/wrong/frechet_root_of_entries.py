"""The root of each entry in place of the matrix root."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     root = sqrtm(s1 @ s2).real
# +     root = np.sqrt(np.abs(s1 @ s2))
