"""Building a network takes time, so each is kept."""

LOSES = {"test-generator"}


# %% generator
# - def build_generator(latent_dim):
# + @functools.cache
# + def build_generator(latent_dim):
