"""Calls the judge's function."""

LOSES = {"test-endless-distance"}


# %% endless-distance
def endless_distance(sizes, distances):
    return judge_line(np.repeat(1 / np.array(sizes), distances.shape[1]), distances.ravel())[0]
