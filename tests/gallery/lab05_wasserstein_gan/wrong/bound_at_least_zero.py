"""Cuts at 0."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     return (real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
# +     return max(0.0, (real_scores.mean() - fake_scores.mean()) / steepest) if steepest > 0 else 0.0
