"""Lists by sorted(); the mass that stands to the left counted along the way; safe divisions by where=."""


# %% distance-sorted
def distance_sorted(first, second):
    return np.mean(np.abs(np.array(sorted(first)) - np.array(sorted(second))))


# %% distance-any
def distance_any(first, second):
    events = sorted([(x, 1 / len(first)) for x in first] + [(x, -1 / len(second)) for x in second])
    work = left_over = 0.0
    for (place, mass), (following, _) in itertools.pairwise(events):
        left_over += mass
        work += abs(left_over) * (following - place)
    return work


# %% lower-bound
def lower_bound(real_points, fake_points, real_scores, fake_scores):
    points, scores = np.concatenate((real_points, fake_points)), np.concatenate((real_scores, fake_scores))
    apart = np.sqrt(((points[:, np.newaxis] - points[np.newaxis]) ** 2).sum(axis=2))
    climbs = np.abs(scores[:, np.newaxis] - scores[np.newaxis])
    slopes = np.divide(climbs, apart, out=np.zeros_like(apart), where=apart > 0)
    estimate = np.mean(real_scores) - np.mean(fake_scores)
    return 0.0 if slopes.max() == 0 else estimate / slopes.max()


# %% clip-weights
def clip_weights(critic, limit):
    for variable in critic.trainable_variables:
        variable.assign_sub(tf.nn.relu(variable - limit) - tf.nn.relu(-limit - variable))


# %% points-between
def points_between(real_images, fake_images):
    share = tf.random.uniform((tf.shape(real_images)[0], *[1] * (real_images.shape.rank - 1)))
    return real_images + share * (fake_images - real_images)


# %% find-mistake
def find_mistake(record):
    gradient = record["gradient"]
    lengths = np.sqrt(np.square(gradient).sum(axis=tuple(range(1, gradient.ndim))))
    if record["slopes"].shape != lengths.shape or np.max(np.abs(record["slopes"] - lengths)) > 0.0015:
        return "d"
    if not np.all(np.isfinite(record["weight_gradient"])):
        return "e"
    way = record["fake_images"] - record["real_images"]
    moved = record["points"] - record["real_images"]
    shares = np.ma.masked_array(moved, np.abs(way) < 0.05) / np.where(np.abs(way) < 0.05, 1, way)
    flat = shares.reshape(len(way), -1)
    low, high = flat.min(axis=1), flat.max(axis=1)
    if np.max(high - low) > 0.003:
        return "c"
    if low.min() < -0.0015 or high.max() > 1.0015:
        return "a"
    return "b" if high.max() - low.min() < 0.003 else "none"
