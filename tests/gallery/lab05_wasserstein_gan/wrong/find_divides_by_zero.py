"""Divides where both images are equal."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     share = ((points - real) * way).sum(axis=1) / (way**2).sum(axis=1)
# +     share = ((points - real) / way).mean(axis=1)
