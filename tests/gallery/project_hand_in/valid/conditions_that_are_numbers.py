"""Numbers as conditions, seconds beside the scores, tensors as numbers, a scatter plot by pyplot."""


# %% plan
# -         "conditions": ["one update", "two updates", "doubled rate"],
# -         "control": "one update",
# +         "conditions": [1.0, 0.9, np.float64(0.75)],
# +         "control": 1,

# %% own-code
import time

import matplotlib.pyplot as plt

ring = data.point_set("ring")


class Smoothed(GAN):
    pass


# %% run-once
def run_once(condition, seed):
    started = time.perf_counter()
    profile.set_seed(seed)
    g = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(2)])
    d = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, "relu"), keras.layers.Dense(1)])
    gan = Smoothed(g, d, 2, seed)
    gan.real_label = float(condition)
    gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam())
    batches = data.batches(ring.points, batch_size=64, seed=seed)
    gan.fit(batches, steps_per_epoch=profile.steps(500), verbose=0)
    spread = tf.math.reduce_std(gan.generate(gan.draw_noise(500, seed=3)))
    return {"spread": spread, "steps": gan.g_optimizer.iterations, "seconds": time.perf_counter() - started}


# %% draw
def draw(lines):
    figure, axes = plt.subplots()
    axes.scatter([float(line["condition"]) for line in lines], [float(line["spread"]) for line in lines])
    axes.set(xlabel="label of real points (no unit)", ylabel="standard deviation of the points [no unit]")
    axes.set_title("Smoothing")
    plt.close(figure)
    return figure
