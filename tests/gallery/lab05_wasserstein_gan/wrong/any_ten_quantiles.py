"""Compares ten quantiles."""

LOSES = {"test-distance-any"}


# %% distance-any
def distance_any(first, second):
    levels = np.linspace(0.05, 0.95, 10)
    return np.abs(np.quantile(first, levels) - np.quantile(second, levels)).mean()
