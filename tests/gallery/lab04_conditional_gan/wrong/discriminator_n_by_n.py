"""Added (n, 1) and (n,)."""

LOSES = {"test-discriminator"}


# %% discriminator
# -     logits = layers.Dense(1)(features) + layers.Dot(axes=1)([features, of_class])
# +     logits = layers.Dense(1)(features) + keras.ops.sum(features * of_class, axis=1)
