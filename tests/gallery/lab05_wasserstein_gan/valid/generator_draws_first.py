"""The generator's noise is drawn before the critic's; scipy for the distances of points; a helper for each update."""

# %% lower-bound
from scipy.spatial.distance import cdist


def lower_bound(real_points, fake_points, real_scores, fake_scores):
    points, scores = np.vstack([real_points, fake_points]), np.hstack([real_scores, fake_scores])
    apart = cdist(points, points)
    apart[apart == 0] = np.inf
    steepest = (np.abs(np.subtract.outer(scores, scores)) / apart).max()
    return (real_scores.mean() - fake_scores.mean()) / max(steepest, 1e-12)


# %% train-once
def follow_loss(tape, loss, network, optimizer):
    weights = network.trainable_variables
    optimizer.apply(tape.gradient(loss, weights), weights)


def train_once(gan, real_images):
    count = int(real_images.shape[0]) // gan.critic_steps
    last_noise = gan.draw_noise(count)
    for begin in range(0, count * gan.critic_steps, count):
        real = real_images[begin : begin + count]
        fake = gan.generator(gan.draw_noise(count), training=True)
        with tf.GradientTape() as tape:
            estimate = tf.reduce_mean(gan.critic(real, training=True) - gan.critic(fake, training=True))
            d_loss = -estimate + gan.penalty_weight * gan.penalty(real, fake)
        follow_loss(tape, d_loss, gan.critic, gan.d_optimizer)
    with tf.GradientTape() as tape:
        fake = gan.generator(last_noise, training=True)
        g_loss = tf.reduce_mean(gan.critic(fake, training=True)) * -1.0
    follow_loss(tape, g_loss, gan.generator, gan.g_optimizer)
    return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
