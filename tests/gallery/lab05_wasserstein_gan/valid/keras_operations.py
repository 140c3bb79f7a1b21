"""Keras's operations; a seed generator; a safe root by where; real and fake images in one batch."""


# %% distance-sorted
def distance_sorted(first, second):
    return np.linalg.norm(np.sort(first) - np.sort(second), ord=1) / first.size


# %% distance-any
def distance_any(first, second):
    points = np.concatenate([first, second])
    steps = np.concatenate([np.full(len(first), 1 / len(first)), np.full(len(second), -1 / len(second))])
    order = np.argsort(points)
    return np.abs(np.cumsum(steps[order])[:-1]) @ np.diff(points[order])


# %% wasserstein-losses
def wasserstein_losses(real_scores, fake_scores):
    g_loss = -keras.ops.mean(fake_scores)
    return {"d_loss": -(g_loss + keras.ops.mean(real_scores)), "g_loss": g_loss}


# %% clip-weights
def clip_weights(critic, limit):
    for variable in critic.trainable_variables:
        variable.assign(keras.ops.clip(variable, -limit, limit))


# %% points-between
lab_seeds = keras.random.SeedGenerator(5)


def points_between(real_images, fake_images):
    count = keras.ops.shape(real_images)[0]
    share = keras.random.uniform((count,), seed=lab_seeds)
    while len(share.shape) < len(real_images.shape):
        share = keras.ops.expand_dims(share, -1)
    return (1.0 - share) * real_images + share * fake_images


# %% gradient-penalty
def gradient_penalty(critic, points):
    axes = tuple(range(1, len(points.shape)))
    with tf.GradientTape() as tape:
        tape.watch(points)
        scores = keras.ops.squeeze(critic(points, training=False), axis=1)
    squares = keras.ops.sum(keras.ops.square(tape.gradient(scores, points)), axis=axes)
    flat = squares < 1e-12
    slopes = keras.ops.where(flat, 0.0, keras.ops.sqrt(keras.ops.where(flat, 1.0, squares)))
    return keras.ops.mean(keras.ops.square(1.0 - slopes))


# %% build-critic
def build_critic():
    images = keras.Input((28, 28, 1))
    x = images
    for channels in (24, 48, 96):
        x = keras.layers.Conv2D(channels, 5, strides=2, padding="same")(x)
        x = keras.layers.GroupNormalization(groups=8)(x)
        x = keras.ops.leaky_relu(x, 0.2)
    x = keras.layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs=images, outputs=keras.layers.Dense(1)(x))


# %% train-once
def train_once(gan, real_images):
    parts = keras.ops.split(real_images, gan.critic_steps)
    m = parts[0].shape[0]
    for part in parts:
        fakes = tf.stop_gradient(gan.generator(gan.draw_noise(m), training=True))
        with tf.GradientTape() as tape:
            scores = gan.critic(keras.ops.concatenate([part, fakes]), training=True)
            estimate = keras.ops.mean(scores[:m]) - keras.ops.mean(scores[m:])
            d_loss = gan.penalty_weight * gan.penalty(part, fakes) - estimate
        slopes = tape.gradient(d_loss, gan.critic.trainable_variables)
        gan.d_optimizer.apply(slopes, gan.critic.trainable_variables)
    with tf.GradientTape() as tape:
        images = gan.generator(gan.draw_noise(m), training=True)
        g_loss = -keras.ops.mean(gan.critic(images, training=True))
    slopes = tape.gradient(g_loss, gan.generator.trainable_variables)
    gan.g_optimizer.apply(slopes, gan.generator.trainable_variables)
    return {"d_loss": d_loss, "estimate": estimate, "g_loss": g_loss}
