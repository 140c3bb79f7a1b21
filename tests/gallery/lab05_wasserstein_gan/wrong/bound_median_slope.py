"""The median slope."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     steepest = np.max(climbs[apart > 0] / apart[apart > 0])
# +     steepest = np.median(climbs[apart > 0] / apart[apart > 0])
