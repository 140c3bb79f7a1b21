"""Fake minus real."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     return (real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
# +     return (fake_scores.mean() - real_scores.mean()) / steepest if steepest > 0 else 0.0
