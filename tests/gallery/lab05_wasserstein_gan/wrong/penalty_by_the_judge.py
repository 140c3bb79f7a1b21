"""Calls the judge's function: the value is right, but no gradient reaches the critic's weights."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
def gradient_penalty(critic, points):
    weights = np.concatenate([np.ravel(weight) for weight in critic.get_weights()])
    return tf.constant(penalty_by_hand(weights, np.asarray(points, "float64")), "float32")
