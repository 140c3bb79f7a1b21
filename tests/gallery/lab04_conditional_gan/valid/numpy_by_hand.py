"""Loops and NumPy where that is allowed."""


# %% join-labels
def join_labels(noise, labels, num_classes):
    joined = np.zeros((len(noise), noise.shape[1] + num_classes), dtype="float32")
    joined[:, : noise.shape[1]] = noise
    for row, label in enumerate(np.asarray(labels)):
        joined[row, noise.shape[1] + label] = 1
    return joined


# %% projection
def projection_logits(features, labels, weight, bias, table):
    every = features @ tf.transpose(table)
    mine = tf.one_hot(labels, table.shape[0])
    return tf.reduce_sum(every * mine, axis=1, keepdims=True) + features @ weight[:, None] + bias


# %% draw-orders
def draw_orders(generator, noise, num_classes):
    classes = np.arange(num_classes)
    return np.array(
        [generator([np.repeat(z[None], num_classes, axis=0), classes], training=False) for z in noise]
    )


# %% reading-table
def reading_table(classify, images, labels, num_classes):
    read = [int(np.argmax(logits)) for logits in classify(images)]
    table = np.zeros((num_classes, num_classes))
    for asked in range(num_classes):
        mine = [r for a, r in zip(labels, read, strict=True) if a == asked]
        for r in mine:
            table[asked, r] += 1 / len(mine)
    return table


# %% find-direction
def find_direction(noise, values, labels):
    rest = np.array([v - np.mean(values[labels == y]) for v, y in zip(values, labels, strict=True)])
    c = np.linalg.inv(noise.T @ noise) @ noise.T @ rest
    return c / np.sqrt((c**2).sum())


# %% walk
def walk(generator, noise, labels, direction, reaches):
    images = [generator([np.float32(noise + t * direction), labels], training=False) for t in reaches]
    return np.array(images)
