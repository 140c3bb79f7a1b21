"""Read the pixels in the place of the logits."""

LOSES = {"test-reading-table"}


# %% reading-table
# -     read = np.asarray(classify(images)).argmax(axis=1)
# +     read = np.asarray(images).reshape(len(images), -1).argmax(axis=1) % num_classes
