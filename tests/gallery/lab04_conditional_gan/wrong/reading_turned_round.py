"""Rows are the classes read."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
# +     return (table / np.maximum(table.sum(axis=1, keepdims=True), 1)).T
