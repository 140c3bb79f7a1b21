"""The default range of uniform will do."""

LOSES = {"test-noise"}


# %% noise
# -     return keras.random.uniform((count, latent_dim), -1.0, 1.0, seed=seed)
# +     return keras.random.uniform((count, latent_dim), seed=seed)
