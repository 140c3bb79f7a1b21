"""Multiplied the covariances entry by entry."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     root = sqrtm(s1 @ s2).real
# +     root = sqrtm(s1 * s2).real
