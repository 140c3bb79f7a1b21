"""NumPy draws noise, in the type that NumPy chooses."""

LOSES = {"test-noise"}


# %% noise
# -     return keras.random.uniform((count, latent_dim), -1.0, 1.0, seed=seed)
# +     return np.random.default_rng(seed).uniform(-1, 1, (count, latent_dim))
