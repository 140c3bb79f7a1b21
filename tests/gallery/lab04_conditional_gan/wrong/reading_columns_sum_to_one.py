"""Divided by how many were read, over the wrong axis."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     return table / np.maximum(table.sum(axis=1, keepdims=True), 1)
# +     return table / np.maximum(table.sum(axis=0, keepdims=True), 1)
