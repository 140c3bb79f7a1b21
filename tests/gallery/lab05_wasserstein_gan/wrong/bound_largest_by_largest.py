"""The largest climb by the largest distance."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     steepest = np.max(climbs[apart > 0] / apart[apart > 0])
# +     steepest = climbs.max() / apart.max()
