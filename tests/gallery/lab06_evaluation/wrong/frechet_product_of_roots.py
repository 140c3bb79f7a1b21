"""The product of two roots in place of the root of the product."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     root = sqrtm(s1 @ s2).real
# +     root = (sqrtm(s1) @ sqrtm(s2)).real
