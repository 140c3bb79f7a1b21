"""Points that coincide divide by zero."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     steepest = np.max(climbs[apart > 0] / apart[apart > 0])
# +     apart = apart + np.eye(len(points))
# +     steepest = np.max(climbs / apart)
