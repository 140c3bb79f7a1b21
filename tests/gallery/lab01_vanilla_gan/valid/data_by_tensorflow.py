"""TensorFlow instead of NumPy, tensors instead of arrays."""


# %% prepare
def prepare_images(pixels):
    """Turn raw pixels into images for the networks.

    pixels: NumPy array, uint8, shape (n, 28, 28), from 0 to 255.

    Returns an array or tensor, float32, shape (n, 28, 28, 1): 0 becomes -1, 255 becomes 1, and evenly
    in between. A pixel's result does not depend on the other pixels.
    """
    x = tf.cast(pixels, tf.float32)[:, :, :, tf.newaxis]
    return (x - 127.5) / 127.5


# %% to-pixels
def to_pixels(images):
    """Turn images of the networks into pixels.

    images: NumPy array, float32, shape (n, 28, 28, 1), normally in [-1, 1].

    Returns an array or tensor, uint8, the same shape: -1 becomes 0, 1 becomes 255, and evenly in between,
    rounded to the nearest whole number. Values under -1 become 0, values over 1 become 255.
    """
    scaled = tf.clip_by_value(127.5 * tf.convert_to_tensor(images) + 127.5, 0.0, 255.0)
    return tf.cast(tf.round(scaled), tf.uint8)


# %% noise
def draw_noise(count, latent_dim, seed):
    """Draw noise vectors, uniform on [-1, 1].

    count, latent_dim: whole numbers, how many vectors and how many numbers in each.
    seed: whole number. The same seed gives the same noise in every call, another seed gives other noise.

    Returns an array or tensor, float32, shape (count, latent_dim), all its numbers drawn independently.
    """
    return tf.random.stateless_uniform((count, latent_dim), seed=(seed, 0), minval=-1.0, maxval=1.0)


# %% generate
def generate_images(generator, noise):
    """Let a generator draw in inference mode.

    generator: Keras model (n, latent_dim) -> (n, 28, 28, 1). It may contain batch normalisation.
    noise: float32 array or tensor, shape (n, latent_dim).

    Returns its images, array or tensor, shape (n, 28, 28, 1). Each depends only on its own noise vector.
    The generator's weights and stored means stay as they are.
    """
    return generator.predict(noise, verbose=0)
