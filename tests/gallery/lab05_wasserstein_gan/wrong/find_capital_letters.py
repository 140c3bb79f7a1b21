"""Capital letters."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     return "b" if np.ptp(share) < 0.005 else "none"
# +     return "B" if np.ptp(share) < 0.005 else "none"
