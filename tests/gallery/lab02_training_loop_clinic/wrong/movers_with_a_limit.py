"""A change of less than a millionth is taken for rounding."""

LOSES = {"test-measure-movers"}


# %% measure-movers
# -         return [any((old != new.numpy()).any() for old, new in pair) for pair in pairs]
# +         return [any((np.abs(old - new.numpy()) > 1e-6).any() for old, new in pair) for pair in pairs]
