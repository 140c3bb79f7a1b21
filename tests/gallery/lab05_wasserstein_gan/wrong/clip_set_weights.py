"""Sets all weights, and not in a compiled function."""

LOSES = {"test-clip-weights"}


# %% clip-weights
def clip_weights(critic, limit):
    critic.set_weights([np.clip(weight, -limit, limit) for weight in critic.get_weights()])
