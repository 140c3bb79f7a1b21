"""Swaps c and d."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if slopes.shape != (n,) or np.abs(slopes - right).max() > 0.01:
# -         return "d"
# +     if slopes.shape != (n,) or np.abs(slopes - right).max() > 0.01:
# +         return "c"

# -     if np.abs(real + share[:, None] * way - points).max() > 0.01:
# -         return "c"
# +     if np.abs(real + share[:, None] * way - points).max() > 0.01:
# +         return "d"
