"""Loops and NumPy where that is allowed; two tapes; a dense critic."""


# %% distance-sorted
def distance_sorted(first, second):
    return sum(abs(a - b) for a, b in zip(sorted(first), sorted(second), strict=True)) / len(first)


# %% distance-any
def distance_any(first, second):
    work, places = 0.0, sorted([*first, *second])
    for left, right in itertools.pairwise(places):
        below = [sum(point <= left for point in sample) / len(sample) for sample in (first, second)]
        work += abs(below[0] - below[1]) * (right - left)
    return float(work)


# %% wasserstein-losses
def wasserstein_losses(real_scores, fake_scores):
    return {
        "g_loss": tf.reduce_mean(-fake_scores),
        "d_loss": tf.reduce_mean(fake_scores) - tf.reduce_mean(real_scores),
    }


# %% lower-bound
def lower_bound(real_points, fake_points, real_scores, fake_scores):
    everything = [*zip(real_points, real_scores, strict=True), *zip(fake_points, fake_scores, strict=True)]
    steepest = 0.0
    for i, (a, f) in enumerate(everything):
        for b, g in everything[:i]:
            if (a != b).any():
                steepest = max(steepest, abs(f - g) / np.sqrt(((a - b) ** 2).sum()))
    if steepest == 0:
        return 0
    return (np.mean(real_scores) - np.mean(fake_scores)) / steepest


# %% build-critic
def build_critic():
    critic = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten()])
    for units in (256, 128):
        critic.add(keras.layers.Dense(units))
        critic.add(keras.layers.LeakyReLU(0.2))
    critic.add(keras.layers.Dense(1))
    return critic


# %% find-mistake
def find_mistake(record):
    real, fake, points = record["real_images"], record["fake_images"], record["points"]
    gradient, slopes = record["gradient"], np.asarray(record["slopes"])
    if slopes.ndim != 1 or len(slopes) != len(points):
        return "d"
    for one, slope in zip(gradient, slopes, strict=True):
        if abs(np.linalg.norm(one) - slope) > 2e-3:
            return "d"
    if np.isnan(record["weight_gradient"]).any() or np.isinf(record["weight_gradient"]).any():
        return "e"
    shares = []
    for x, y, z in zip(real, fake, points, strict=True):
        there = np.abs(y - x) > 0.05
        share = (z - x)[there] / (y - x)[there]
        if share.max() - share.min() > 2e-3:
            return "c"
        shares.append(share.mean())
    if min(shares) < -1e-3 or max(shares) > 1 + 1e-3:
        return "a"
    if max(shares) - min(shares) < 2e-3:
        return "b"
    return "none"
