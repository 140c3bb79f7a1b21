"""One number made of both."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -     return inside(fake, real), inside(real, fake)
# +     p, r = inside(fake, real), inside(real, fake)
# +     return 2 * p * r / (p + r)
