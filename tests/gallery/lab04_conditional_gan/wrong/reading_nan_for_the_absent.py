"""Divided by zero for classes that nobody asked for."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
# +     with np.errstate(invalid="ignore"):
# +         return table / table.sum(axis=1, keepdims=True)
