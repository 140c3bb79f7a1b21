"""In percent."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -     return inside(fake, real), inside(real, fake)
# +     return 100 * inside(fake, real), 100 * inside(real, fake)
