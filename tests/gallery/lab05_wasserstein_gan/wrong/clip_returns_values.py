"""Returns the clipped weights and changes none."""

LOSES = {"test-clip-weights"}


# %% clip-weights
def clip_weights(critic, limit):
    return [tf.clip_by_value(variable, -limit, limit) for variable in critic.trainable_variables]
