"""eigvalsh of a product that is not symmetric, negative ones cut off."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     root = sqrtm(s1 @ s2).real
# +     root = np.diag(np.sqrt(np.linalg.eigvalsh(s1 @ s2).clip(0)))
