"""The standard error as std / n."""

LOSES = {"test-better"}


# %% better
# -     error = np.sqrt(first.var(ddof=1) / len(first) + second.var(ddof=1) / len(second))
# +     error = np.sqrt(first.var(ddof=1) / len(first) ** 2 + second.var(ddof=1) / len(second) ** 2)
