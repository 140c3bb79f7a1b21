"""The way to the nearest point."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
def distance_sorted(first, second):
    return np.abs(first[:, None] - second[None, :]).min(axis=1).mean()
