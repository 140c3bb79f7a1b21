"""Recall first."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -     return inside(fake, real), inside(real, fake)
# +     return inside(real, fake), inside(fake, real)
