"""Wants half of the shares outside."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if share.min() < -0.005 or share.max() > 1.005:
# +     if np.mean((share < -0.005) | (share > 1.005)) > 0.5:
