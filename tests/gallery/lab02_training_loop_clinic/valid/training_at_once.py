"""Both gradients from one persistent tape, both updates at once; own losses, with helpers."""


# %% mended-training
def change(p, q):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=p * tf.ones_like(q), logits=q))


def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    out = []
    for step in range(len(noise_batches)):
        with tf.GradientTape(persistent=True) as tape:
            fakes = discriminator(generator(noise_batches[step]))
            g_loss = change(1.0, fakes)
            d_loss = (change(1.0, discriminator(real_batches[step])) + change(0.0, fakes)) / 2
        for player, loss, optimizer in (
            (discriminator, d_loss, d_optimizer),
            (generator, g_loss, g_optimizer),
        ):
            optimizer.apply(tape.gradient(loss, player.trainable_variables), player.trainable_variables)
        out.append(g_loss.numpy())
    return np.array(out)


# %% measure-sizes
def measure_sizes(network):
    probe = keras.Model(network.inputs, [layer.output for layer in network.layers])
    given = probe(np.zeros((1, network.input_shape[1]), "float32"))
    return np.array([(g.shape[1], g.shape[2]) for g in given if len(g.shape) == 4])


# %% measure-unreachable
def measure_unreachable(activation, images):
    values = sorted(np.array(activation(np.linspace(-100, 100, 20001).astype("float32"))).tolist())
    outside = np.abs(images - np.clip(images, values[0], values[-1])) >= 0.01
    return outside.mean()


# %% mended-generator
def mended_generator(latent_dim, size):
    layers = [keras.Input((latent_dim,)), keras.layers.Dense(32), keras.layers.LayerNormalization()]
    layers += [keras.layers.ReLU(), keras.layers.Dense(size * size, activation="tanh")]
    return keras.Sequential([*layers, keras.layers.Reshape((size, size, 1))])
