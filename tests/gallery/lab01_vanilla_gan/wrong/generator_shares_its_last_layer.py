"""Two generators end alike, so they can share the end."""

LOSES = {"test-generator"}


# %% generator
# - def build_generator(latent_dim):
# + ink = keras.layers.Dense(28 * 28, activation="tanh")
# +
# +
# + def build_generator(latent_dim):

# -             keras.layers.Dense(28 * 28, activation="tanh"),
# +             ink,
