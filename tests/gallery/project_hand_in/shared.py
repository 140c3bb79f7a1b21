"""Answers that several hand-ins share: light runs in the place of the solved one, quick to try."""


# %% light-game
def run_once(condition, seed):
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}


# %% light-fit
def run_once(condition, seed):
    network, optimizer = (
        keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]),
        keras.optimizers.SGD(0.1),
    )
    points, steps = tf.constant(grid.points[:200]), profile.steps(3000)
    for _ in range(steps):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((network(points) - 1) ** 2)
        follow(tape, loss, network, optimizer)
    return {"groups": 5, "share": float(loss), "d_loss": float(loss), "steps": steps}
