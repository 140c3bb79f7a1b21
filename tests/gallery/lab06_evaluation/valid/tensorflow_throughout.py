"""TensorFlow in place of NumPy where it can do it."""


# %% frechet-distance
def frechet_distance(real, fake):
    import tensorflow as tf

    def moments(x):
        x = tf.constant(x, dtype="float64")
        mean = tf.reduce_mean(x, axis=0)
        return mean, tf.transpose(x - mean) @ (x - mean) / (len(x) - 1)

    (m1, s1), (m2, s2) = moments(real), moments(fake)
    root = tf.linalg.sqrtm(s1 @ s2)
    return tf.reduce_sum((m1 - m2) ** 2) + tf.linalg.trace(s1 + s2 - 2 * root)


# %% kernel-distance
def kernel_distance(real, fake):
    ops = keras.ops
    x, y = ops.convert_to_tensor(real), ops.convert_to_tensor(fake)

    def mean(a, b, whole):
        values = (ops.matmul(a, ops.transpose(b)) / a.shape[1] + 1.0) ** 3
        if whole:
            return ops.mean(values)
        return (ops.sum(values) - ops.sum(ops.diagonal(values))) / (a.shape[0] * (a.shape[0] - 1))

    return mean(x, x, False) + mean(y, y, False) - 2 * mean(x, y, True)


# %% precision-recall
def precision_recall(real, fake, k):
    import tensorflow as tf

    def far(x, y):
        return tf.norm(x[:, None] - y[None], axis=2)

    def share(points, others):
        radii = tf.sort(far(others, others), axis=1)[:, k]
        return tf.reduce_mean(tf.cast(tf.reduce_any(far(points, others) <= radii, axis=1), tf.float64))

    return share(fake, real), share(real, fake)


# %% coverage
def coverage(real, fake, k):
    import tensorflow as tf

    squares = tf.reduce_sum((real[:, None] - real[None]) ** 2, axis=2)
    radii = -tf.math.top_k(-squares, k + 1).values[:, k]
    nearest = tf.reduce_min(tf.reduce_sum((real[:, None] - fake[None]) ** 2, axis=2), axis=1)
    return tf.reduce_mean(tf.cast(nearest <= radii, "float32"))


# %% count-modes
def count_modes(points, centres, std):
    import tensorflow as tf

    near = tf.cast(tf.norm(points[:, None] - centres, axis=-1) <= 3 * std, tf.float64)
    covered = tf.reduce_sum(tf.cast(tf.reduce_mean(near, axis=0) >= 0.01, tf.int32))
    return covered, tf.reduce_mean(tf.reduce_max(near, axis=1))


# %% endless-distance
def endless_distance(sizes, distances):
    x = np.column_stack([np.ones(len(sizes)), 1 / np.array(sizes)])
    return np.linalg.lstsq(x, distances, rcond=None)[0][0].mean()
