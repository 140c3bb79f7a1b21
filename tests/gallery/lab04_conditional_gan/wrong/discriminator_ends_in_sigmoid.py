"""Probabilities, not logits."""

LOSES = {"test-discriminator"}


# %% discriminator
# -     logits = layers.Dense(1)(features) + layers.Dot(axes=1)([features, of_class])
# +     logits = layers.Dense(1)(features) + layers.Dot(axes=1)([features, of_class])
# +     logits = layers.Activation("sigmoid")(logits)
