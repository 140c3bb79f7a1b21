"""Sums the scores."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     return (real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
# +     return (real_scores.sum() - fake_scores.sum()) / steepest if steepest > 0 else 0.0
