"""Drew other noise for each class."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     many = np.repeat(noise, num_classes, axis=0)
# +     many = np.random.normal(size=(len(noise) * num_classes, noise.shape[1])).astype("float32")
