"""TensorFlow's own operations, two tapes, the generator first; one batch for all steps of a walk."""


# %% join-labels
def join_labels(noise, labels, num_classes):
    return tf.concat([noise, tf.one_hot(tf.cast(labels, "int32"), num_classes)], axis=-1)


# %% projection
def projection_logits(features, labels, weight, bias, table):
    own = tf.gather(table, labels)
    return tf.linalg.matmul(features, weight[:, None]) + bias + tf.einsum("nk,nk->n", features, own)[:, None]


# %% update-both
def bce(label, logits):
    labels = tf.fill(tf.shape(logits), label)
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))


def update_both(gan, real_images, labels):
    noise = gan.draw_noise(real_images.shape[0])
    with tf.GradientTape() as tape:
        fake_images = gan.generator([noise, labels], training=True)
        g_loss = bce(1.0, gan.discriminator([fake_images, labels], training=True))
    weights = gan.generator.trainable_variables
    gan.g_optimizer.apply(tape.gradient(g_loss, weights), weights)
    with tf.GradientTape() as tape:
        fake_logits = gan.discriminator([tf.stop_gradient(fake_images), labels], training=True)
        d_loss = bce(1.0, gan.discriminator([real_images, labels], training=True)) + bce(0.0, fake_logits)
    weights = gan.discriminator.trainable_variables
    gan.d_optimizer.apply(tape.gradient(d_loss, weights), weights)
    return {"g_loss": g_loss, "d_loss": d_loss}


# %% draw-orders
def draw_orders(generator, noise, num_classes):
    rows = []
    for digit in range(num_classes):
        rows.append(generator([tf.constant(noise), tf.fill([len(noise)], digit)], training=False))
    return tf.stack(rows, axis=1)


# %% reading-table
def reading_table(classify, images, labels, num_classes):
    read = tf.argmax(classify(images), axis=-1)
    counts = tf.math.confusion_matrix(labels, read, num_classes, dtype="float64")
    return tf.math.divide_no_nan(counts, tf.reduce_sum(counts, axis=1, keepdims=True))


# %% find-direction
def find_direction(noise, values, labels):
    noise, values = tf.constant(noise, "float64"), tf.constant(values, "float64")
    classes, place = tf.unique(tf.constant(labels))
    means = tf.math.unsorted_segment_mean(values, place, tf.size(classes))
    rest = values - tf.gather(means, place)
    c = tf.linalg.lstsq(noise, rest[:, None], fast=False)[:, 0]
    return c / tf.norm(c)


# %% walk
def walk(generator, noise, labels, direction, reaches):
    n = len(noise)
    shifts = np.repeat(reaches, n)[:, None] * np.asarray(direction)[None, :]
    many = np.tile(noise, (len(reaches), 1)) + shifts
    images = generator([np.float32(many), np.tile(labels, len(reaches))], training=False)
    return tf.reshape(images, (len(reaches), n, *images.shape[1:]))
