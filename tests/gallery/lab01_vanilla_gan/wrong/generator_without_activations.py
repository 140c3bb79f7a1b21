"""Dense layers are layers, activations are a detail."""

LOSES = {"test-generator"}


# %% generator
# -             keras.Input((latent_dim,)),
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# +             keras.Input((latent_dim,)),
# +             keras.layers.Dense(128),
# +             keras.layers.Dense(128),

# -         ],
# -         name="generator",
# +         ]
