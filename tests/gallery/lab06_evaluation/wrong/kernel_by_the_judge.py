"""Calls the judge's function."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
def kernel_distance(real, fake):
    return judge_estimate(real, fake)
