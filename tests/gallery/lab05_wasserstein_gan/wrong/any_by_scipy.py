"""SciPy's ready distance, by another name."""

LOSES = {"test-distance-any"}


# %% distance-any
from scipy import stats as ready


def distance_any(first, second):
    return ready.wasserstein_distance(first, second)
