"""An epoch is finished or it is not."""

LOSES = {"test-epochs"}


# %% epochs
def epochs_seen(steps, batch_size, image_count):
    """Return how many passes over the data a run makes, one number, fractions included.

    steps: whole number, updates of the generator; each sees one batch of real images.
    batch_size, image_count: whole numbers, the images in a batch and in the training data.
    """
    return steps * batch_size // image_count
