"""Without an input the network has no weights before it is first called."""

LOSES = {"test-mended-generator"}


# %% mended-generator
# -             keras.Input((latent_dim,)),
