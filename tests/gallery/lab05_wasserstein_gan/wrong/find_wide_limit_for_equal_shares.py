"""Calls near shares equal."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     return "b" if np.ptp(share) < 0.005 else "none"
# +     return "b" if np.ptp(share) < 1.1 else "none"
