"""reshape, interp and a random generator of NumPy."""


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     return np.interp(pixels, [0, 255], [-1, 1]).astype(np.float32).reshape(-1, 28, 28, 1)

# %% to-pixels
# -     return np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype("uint8")
# +     result = np.floor((images.astype(np.float64) + 1) / 2 * 255 + 0.5)
# +     result[result < 0] = 0
# +     result[result > 255] = 255
# +     return result.astype(np.uint8)

# %% noise
# -     return keras.random.uniform((count, latent_dim), -1.0, 1.0, seed=seed)
# +     return np.random.default_rng(seed).uniform(-1, 1, size=(count, latent_dim)).astype("float32")

# %% epochs
# -     return steps * batch_size / image_count
# +     return np.float64(steps) / (image_count / batch_size)
