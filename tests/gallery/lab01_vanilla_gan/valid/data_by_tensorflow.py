"""TensorFlow instead of NumPy, tensors instead of arrays."""


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     x = tf.cast(pixels, tf.float32)[:, :, :, tf.newaxis]
# +     return (x - 127.5) / 127.5

# %% to-pixels
# -     return np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype("uint8")
# +     scaled = tf.clip_by_value(127.5 * tf.convert_to_tensor(images) + 127.5, 0.0, 255.0)
# +     return tf.cast(tf.round(scaled), tf.uint8)

# %% noise
# -     return keras.random.uniform((count, latent_dim), -1.0, 1.0, seed=seed)
# +     return tf.random.stateless_uniform((count, latent_dim), seed=(seed, 0), minval=-1.0, maxval=1.0)

# %% generate
# -     return generator(noise, training=False)
# +     return generator.predict(noise, verbose=0)
