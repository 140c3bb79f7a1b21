"""Cuts the longer sample."""

LOSES = {"test-distance-any"}


# %% distance-any
def distance_any(first, second):
    n = min(len(first), len(second))
    return np.abs(np.sort(first)[:n] - np.sort(second)[:n]).mean()
