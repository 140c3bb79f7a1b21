"""Draws slopes between the points where there are stairs."""

LOSES = {"test-distance-any"}


# %% distance-any
def distance_any(first, second):
    n = max(len(first), len(second))
    levels = np.linspace(0, 1, n)
    return np.abs(np.quantile(first, levels) - np.quantile(second, levels)).mean()
