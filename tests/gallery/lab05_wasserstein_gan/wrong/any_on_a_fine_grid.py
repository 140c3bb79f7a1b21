"""A grid of 200,001 places."""

LOSES = {"test-distance-any"}


# %% distance-any
def distance_any(first, second):
    grid = np.linspace(min(first.min(), second.min()), max(first.max(), second.max()), 200_001)
    p = np.searchsorted(np.sort(first), grid, side="right") / len(first)
    q = np.searchsorted(np.sort(second), grid, side="right") / len(second)
    return np.trapezoid(np.abs(p - q), grid)
