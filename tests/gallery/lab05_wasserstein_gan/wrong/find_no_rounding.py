"""Allows no rounding."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if np.abs(real + share[:, None] * way - points).max() > 0.01:
# +     if np.abs(real + share[:, None] * way - points).max() > 0.0:
