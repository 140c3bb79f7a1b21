"""A grid of a hundred places."""

LOSES = {"test-distance-any"}


# %% distance-any
def distance_any(first, second):
    grid = np.linspace(min(first.min(), second.min()), max(first.max(), second.max()), 100)
    p = (first[:, None] <= grid).mean(axis=0)
    q = (second[:, None] <= grid).mean(axis=0)
    return np.abs(p - q).sum() * (grid[1] - grid[0])
