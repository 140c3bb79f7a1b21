"""Divided by the sums of the rows, but along the columns."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
# +     return table / np.maximum(table.sum(axis=1), 1)
