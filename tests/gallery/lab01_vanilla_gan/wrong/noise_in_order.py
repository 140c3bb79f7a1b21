"""Sorted noise is easier to read."""

LOSES = {"test-noise"}


# %% noise
# -     return keras.random.uniform((count, latent_dim), -1.0, 1.0, seed=seed)
# +     return keras.ops.sort(keras.random.uniform((count, latent_dim), -1.0, 1.0, seed=seed), axis=1)
