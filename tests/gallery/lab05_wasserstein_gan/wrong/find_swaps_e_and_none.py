"""Swaps e and none."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -         return "e"
# +         return "none"

# -     return "b" if np.ptp(share) < 0.005 else "none"
# +     return "b" if np.ptp(share) < 0.005 else "e"
