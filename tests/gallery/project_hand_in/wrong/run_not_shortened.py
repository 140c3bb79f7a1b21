"""The number of steps does not know the profile."""

LOSES = {"test-reduced"}


# %% run-once
# = light-game
# -     random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
# +     random, steps = np.random.default_rng([seed, len(str(condition))]), 3000
