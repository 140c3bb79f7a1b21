"""A residual critic with unit normalisation; weights clipped layer by layer, by a recursion."""


# %% build-critic
def build_critic():
    layers = keras.layers
    images = keras.Input(shape=(28, 28, 1))
    x = layers.Rescaling(0.5)(images)
    x = layers.Conv2D(32, 3, strides=2, padding="same", activation="gelu")(x)
    y = layers.Conv2D(32, 3, padding="same", activation="gelu")(x)
    x = layers.Add()([x, layers.Conv2D(32, 3, padding="same")(y)])
    x = layers.AveragePooling2D(2)(x)
    x = layers.Dense(64, activation="elu")(layers.Flatten()(x))
    return keras.Model(images, layers.Dense(1, kernel_initializer="zeros")(x))


# %% clip-weights
def clip_weights(critic, limit):
    for layer in critic.layers:
        if hasattr(layer, "layers"):
            clip_weights(layer, limit)
        else:
            for variable in layer.trainable_variables:
                variable.assign(tf.where(tf.abs(variable) > limit, limit * tf.sign(variable), variable))


# %% wasserstein-losses
def wasserstein_losses(real_scores, fake_scores):
    return {
        "d_loss": -tf.reduce_mean(tf.squeeze(real_scores, 1)) + tf.reduce_mean(tf.squeeze(fake_scores, 1)),
        "g_loss": -tf.math.divide(tf.reduce_sum(fake_scores), fake_scores.shape[0]),
    }


# %% points-between
def points_between(real_images, fake_images):
    n, rest = real_images.shape[0], len(real_images.shape) - 1
    share = tf.reshape(keras.random.uniform((n, 1), minval=0, maxval=1), (n,) + (1,) * rest)
    return tf.add(tf.multiply(share, fake_images), tf.multiply(1.0 - share, real_images))
