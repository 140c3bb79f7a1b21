"""The flattest slope."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     steepest = np.max(climbs[apart > 0] / apart[apart > 0])
# +     steepest = np.min(climbs[apart > 0] / apart[apart > 0])
