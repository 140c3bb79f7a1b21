"""TensorFlow's own operations wherever possible."""


# %% distance-sorted
def distance_sorted(first, second):
    return tf.reduce_mean(tf.abs(tf.sort(tf.constant(first)) - tf.sort(tf.constant(second))))


# %% distance-any
def distance_any(first, second):
    first, second = tf.constant(first, "float64"), tf.constant(second, "float64")
    places = tf.sort(tf.concat([first, second], axis=0))
    below = [
        tf.reduce_mean(tf.cast(sample[:, None] <= places[None], "float64"), axis=0)
        for sample in (first, second)
    ]
    heights = tf.abs(below[0] - below[1])[:-1]
    return tf.tensordot(heights, places[1:] - places[:-1], 1)


# %% wasserstein-losses
def wasserstein_losses(real_scores, fake_scores):
    n, m = tf.cast(tf.shape(real_scores)[0], "float32"), tf.cast(tf.shape(fake_scores)[0], "float32")
    d_loss = tf.reduce_sum(fake_scores) / m - tf.reduce_sum(real_scores) / n
    return dict(d_loss=d_loss, g_loss=-tf.reduce_sum(fake_scores) / m)


# %% lower-bound
def lower_bound(real_points, fake_points, real_scores, fake_scores):
    points = tf.concat([real_points, fake_points], axis=0)
    scores = tf.concat([real_scores, fake_scores], axis=0)
    squares = tf.reduce_sum((points[:, None] - points[None]) ** 2, axis=2)
    slopes = tf.math.divide_no_nan(tf.abs(scores[:, None] - scores[None]), tf.sqrt(squares))
    estimate = tf.reduce_mean(real_scores) - tf.reduce_mean(fake_scores)
    return tf.math.divide_no_nan(estimate, tf.reduce_max(slopes))


# %% clip-weights
def clip_weights(critic, limit):
    for weight in critic.trainable_weights:
        weight.assign(tf.minimum(tf.maximum(weight, -limit), limit))


# %% points-between
def points_between(real_images, fake_images):
    shape = tf.concat([tf.shape(real_images)[:1], tf.ones([tf.rank(real_images) - 1], "int32")], axis=0)
    share = tf.random.uniform(shape)
    return share * real_images + (1 - share) * fake_images


# %% gradient-penalty
def gradient_penalty(critic, points):
    points = tf.convert_to_tensor(points)
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(points)
        total = tf.reduce_sum(critic(points))
    gradient = tape.gradient(total, points)
    gradient = tf.reshape(gradient, (tf.shape(points)[0], -1))
    slopes = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(gradient), axis=1), 1e-12))
    return tf.reduce_mean(tf.math.squared_difference(slopes, 1.0))


# %% train-once
@tf.function
def train_once(gan, real_images):
    size = tf.shape(real_images)[0] // gan.critic_steps
    for number in range(gan.critic_steps):
        part = real_images[number * size : (number + 1) * size]
        noise = gan.draw_noise(size)
        with tf.GradientTape(persistent=True) as tape:
            fakes = gan.generator(noise, training=True)
            estimate = tf.reduce_mean(gan.critic(part)) - tf.reduce_mean(gan.critic(fakes))
            loss = gan.penalty_weight * gan.penalty(part, fakes) - estimate
        weights = gan.critic.trainable_weights
        gan.d_optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
    with tf.GradientTape() as tape:
        g_loss = tf.reduce_mean(
            -gan.critic(gan.generator(gan.draw_noise(size), training=True), training=True)
        )
    weights = gan.generator.trainable_weights
    gan.g_optimizer.apply_gradients(zip(tape.gradient(g_loss, weights), weights, strict=True))
    return {"g_loss": g_loss, "estimate": estimate, "d_loss": loss}
