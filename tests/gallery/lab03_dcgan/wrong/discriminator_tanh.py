"""Ended the discriminator in tanh."""

LOSES = {"test-discriminator"}


# %% discriminator
# -             layers.Dense(1),
# +             layers.Dense(1, activation="tanh"),
