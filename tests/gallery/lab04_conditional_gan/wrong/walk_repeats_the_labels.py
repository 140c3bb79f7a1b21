"""Repeated each label where the noise is tiled."""

LOSES = {"test-walk"}


# %% walk
def walk(generator, noise, labels, direction, reaches):
    there = np.concatenate([noise + t * np.asarray(direction) for t in reaches]).astype("float32")
    images = np.asarray(generator([there, np.repeat(labels, len(reaches))], training=False))
    return images.reshape(len(reaches), len(noise), *images.shape[1:])
