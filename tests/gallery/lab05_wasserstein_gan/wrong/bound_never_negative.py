"""Takes the size."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     return (real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
# +     return abs(real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
