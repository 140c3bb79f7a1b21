"""SciPy's ready distance."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
from scipy.stats import wasserstein_distance


def distance_sorted(first, second):
    return wasserstein_distance(first, second)
