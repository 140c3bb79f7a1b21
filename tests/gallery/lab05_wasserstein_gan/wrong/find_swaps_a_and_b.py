"""Swaps a and b."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -         return "a"
# -     return "b" if np.ptp(share) < 0.005 else "none"
# +         return "b"
# +     return "a" if np.ptp(share) < 0.005 else "none"
