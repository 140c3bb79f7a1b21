"""Recall by balls around the real samples."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -     return inside(fake, real), inside(real, fake)
# +     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     return inside(fake, real), (cdist(fake, real) <= radii).any(axis=0).mean()
