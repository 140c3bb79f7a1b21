"""The error of B's mean alone."""

LOSES = {"test-better"}


# %% better
# -     error = np.sqrt(first.var(ddof=1) / len(first) + second.var(ddof=1) / len(second))
# +     error = np.sqrt(second.var(ddof=1) / len(second))
