"""Called the course's own functions."""

LOSES = {"test-count-modes"}


# %% count-modes
def count_modes(points, centres, std):
    points = np.nan_to_num(points, nan=1e9, posinf=1e9)
    return metrics.modes_covered(points, centres, std), metrics.share_on_modes(points, centres, std)
