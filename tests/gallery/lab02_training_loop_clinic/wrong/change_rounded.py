"""Rounded to six digits, so that the number looks tidy."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
# +     return round(max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True)), 6)
