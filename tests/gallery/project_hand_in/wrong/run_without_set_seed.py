"""The weights start from whatever was drawn before."""

LOSES = {"test-repeat"}


# %% run-once
def run_once(condition, seed):
    # A small fit in the place of the solved game, so that this is quick to try.
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
