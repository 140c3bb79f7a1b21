"""Own helper classes and closures; the weights of the losses as a dot product; one tape for both roles."""


# %% wasserstein-losses
class Losses:
    def critic(self, real, fake):
        return tf.add_n([tf.reduce_mean(fake), -tf.reduce_mean(real)])

    def generator(self, fake):
        return tf.negative(tf.reduce_mean(fake))


def wasserstein_losses(real_scores, fake_scores):
    made = Losses()
    return {"d_loss": made.critic(real_scores, fake_scores), "g_loss": made.generator(fake_scores)}


# %% distance-any
def distance_any(first, second):
    places, total = np.unique(np.concatenate([first, second])), 0.0
    for left, right in itertools.pairwise(places):
        height = np.mean(first <= left) - np.mean(second <= left)
        total += abs(height) * (right - left)
    return total


# %% lower-bound
def lower_bound(real_points, fake_points, real_scores, fake_scores):
    points, scores = np.r_[real_points, fake_points], np.r_[real_scores, fake_scores]
    best = 0
    for i, j in itertools.combinations(range(len(points)), 2):
        apart = np.linalg.norm(points[i] - points[j])
        if apart:
            best = max(best, abs(scores[i] - scores[j]) / apart)
    return 0.0 if best == 0 else float(np.mean(real_scores) - np.mean(fake_scores)) / best


# %% train-once
def train_once(gan, real_images):
    def critic_update(part):
        fake = gan.generator(gan.draw_noise(tf.shape(part)[0]), training=True)
        with tf.GradientTape() as tape:
            means = tf.stack([tf.reduce_mean(gan.critic(x, training=True)) for x in (part, fake)])
            loss = tf.tensordot(means, tf.constant([-1.0, 1.0]), 1)
            loss += gan.penalty(part, fake) * gan.penalty_weight
        pairs = zip(
            tape.gradient(loss, gan.critic.trainable_variables), gan.critic.trainable_variables, strict=True
        )
        gan.d_optimizer.apply_gradients(pairs)
        return loss, means[0] - means[1]

    size = real_images.shape[0] // gan.critic_steps
    for k in range(gan.critic_steps):
        d_loss, estimate = critic_update(real_images[k * size :][:size])
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch([v.value for v in gan.generator.trainable_variables])
        g_loss = -tf.reduce_mean(
            gan.critic(gan.generator(gan.draw_noise(size), training=True), training=True)
        )
    slopes = tape.gradient(g_loss, [v.value for v in gan.generator.trainable_variables])
    gan.g_optimizer.apply(slopes, gan.generator.trainable_variables)
    return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
