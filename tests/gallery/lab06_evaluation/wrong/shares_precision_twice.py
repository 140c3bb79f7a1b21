"""Precision twice."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -     return inside(fake, real), inside(real, fake)
# +     return inside(fake, real), inside(fake, real)
