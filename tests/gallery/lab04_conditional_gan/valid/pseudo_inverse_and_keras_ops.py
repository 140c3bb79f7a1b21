"""A pseudo-inverse; Keras's operations; one image at a time."""


# %% join-labels
def join_labels(noise, labels, num_classes):
    one_hot = keras.ops.equal(
        keras.ops.expand_dims(keras.ops.cast(labels, "int32"), 1), keras.ops.arange(num_classes)
    )
    return keras.ops.hstack([keras.ops.convert_to_tensor(noise), keras.ops.cast(one_hot, "float32")])


# %% projection
def projection_logits(features, labels, weight, bias, table):
    own = weight + keras.ops.take(table, keras.ops.cast(labels, "int32"), axis=0)
    return keras.ops.einsum("nk,nk->n", features, own)[:, None] + bias


# %% find-direction
def find_direction(noise, values, labels):
    means = {y: values[labels == y].mean() for y in set(labels.tolist())}
    c = np.linalg.pinv(noise) @ (values - np.vectorize(means.get)(labels))
    return c / np.linalg.norm(c)


# %% draw-orders
def draw_orders(generator, noise, num_classes):
    images = [
        [generator([noise[i : i + 1], np.array([c])], training=False)[0] for c in range(num_classes)]
        for i in range(len(noise))
    ]
    return np.array(images)


# %% reading-table
def reading_table(classify, images, labels, num_classes):
    read = keras.ops.convert_to_numpy(keras.ops.argmax(classify(images), axis=1))
    counts = np.bincount(num_classes * np.asarray(labels) + read, minlength=num_classes**2)
    counts = counts.reshape(num_classes, num_classes).astype(float)
    asked = counts.sum(axis=1)
    counts[asked > 0] /= asked[asked > 0, None]
    return counts
