"""Takes 24 noise numbers, whatever latent_dim is."""

LOSES = {"test-generator"}


# %% generator
# -     noise, labels = keras.Input((latent_dim,)), keras.Input((), dtype="int32")
# +     noise, labels = keras.Input((24,)), keras.Input((), dtype="int32")
