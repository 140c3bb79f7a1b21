"""As many classes as were asked for."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     table = np.zeros((num_classes, num_classes))
# +     num_classes = np.max([*labels, *read]) + 1
# +     table = np.zeros((num_classes, num_classes))
