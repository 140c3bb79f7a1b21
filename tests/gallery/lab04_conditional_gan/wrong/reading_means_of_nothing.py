"""A mean for every pair, also where nobody asked."""

LOSES = {"test-reading-table"}


# %% reading-table
def reading_table(classify, images, labels, num_classes):
    read = np.asarray(classify(images)).argmax(axis=1)
    every = range(num_classes)
    return np.array([[np.mean(read[labels == asked] == one) for one in every] for asked in every])
