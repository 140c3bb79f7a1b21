"""Divides only by slopes over 1."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     return (real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
# +     return (real_scores.mean() - fake_scores.mean()) / max(steepest, 1.0)
