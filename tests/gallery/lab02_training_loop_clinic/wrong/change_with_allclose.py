"""Nearly the same counts as the same."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
# +     if all(np.allclose(a, b) for a, b in zip(before, after, strict=True)):
# +         return 0.0
# +     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
