"""Swaps b and c."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     return "b" if np.ptp(share) < 0.005 else "none"
# +     return "c" if np.ptp(share) < 0.005 else "none"

# -         return "c"
# +         return "b"
