"""The mean logits of each class."""

LOSES = {"test-reading-table"}


# %% reading-table
def reading_table(classify, images, labels, num_classes):
    logits = np.asarray(classify(images))
    mine = [logits[labels == asked] for asked in range(num_classes)]
    return np.array([one.mean(axis=0) if len(one) else np.zeros(num_classes) for one in mine])
