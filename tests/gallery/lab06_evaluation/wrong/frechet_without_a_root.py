"""Left the matrix root out."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     root = sqrtm(s1 @ s2).real
# +     root = s1 @ s2
