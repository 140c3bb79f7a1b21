"""Nearly the same counts as the same."""

LOSES = {"test-measure-movers"}


# %% measure-movers
# -         return [any((old != new.numpy()).any() for old, new in pair) for pair in pairs]
# +         return [not all(np.allclose(old, new.numpy()) for old, new in pair) for pair in pairs]
