"""Indexed addition, which counts each pair once."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     np.add.at(table, (np.asarray(labels), read), 1)
# +     table[np.asarray(labels), read] += 1
