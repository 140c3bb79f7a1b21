"""Compares each point with the next in the list."""

LOSES = {"test-lower-bound"}


# %% lower-bound
def lower_bound(real_points, fake_points, real_scores, fake_scores):
    points, scores = np.concatenate([real_points, fake_points]), np.concatenate([real_scores, fake_scores])
    apart = np.linalg.norm(np.diff(points, axis=0), axis=1)
    slopes = np.abs(np.diff(scores))[apart > 0] / apart[apart > 0]
    return (real_scores.mean() - fake_scores.mean()) / slopes.max() if slopes.max() > 0 else 0.0
