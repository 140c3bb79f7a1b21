"""The sum of each weight is compared: one number up and another one down leave it."""

LOSES = {"test-measure-movers"}


# %% measure-movers
# -         return [any((old != new.numpy()).any() for old, new in pair) for pair in pairs]
# +         return [any(not np.isclose(old.sum(), new.numpy().sum()) for old, new in pair) for pair in pairs]
