"""Subtracts the transpose of a row, which is the row."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     climbs = np.abs(scores[:, None] - scores[None])
# -     steepest = np.max(climbs[apart > 0] / apart[apart > 0])
# -     return (real_scores.mean() - fake_scores.mean()) / steepest if steepest > 0 else 0.0
# +     climbs = np.abs(scores - scores.T)
# +     steepest = np.nanmax(climbs / apart)
# +     return (real_scores.mean() - fake_scores.mean()) / steepest
