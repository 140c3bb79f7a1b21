"""Singular values, Cholesky, trees, rank tests."""


# %% frechet-distance
def frechet_distance(real, fake):
    x, y = real - real.mean(0), fake - fake.mean(0)
    x, y = x / np.sqrt(len(x) - 1), y / np.sqrt(len(y) - 1)
    nuclear = np.linalg.norm(x @ np.linalg.pinv(x) @ x @ y.T, "nuc")
    return np.sum((real.mean(0) - fake.mean(0)) ** 2) + (x**2).sum() + (y**2).sum() - 2 * nuclear


# %% kernel-distance
def kernel_distance(real, fake):
    d = real.shape[-1]
    xx = (np.einsum("id,jd->ij", real, real) / d + 1) ** 3
    yy = (np.einsum("id,jd->ij", fake, fake) / d + 1) ** 3
    xy = (np.einsum("id,jd->ij", real, fake) / d + 1) ** 3
    np.fill_diagonal(xx, 0)
    np.fill_diagonal(yy, 0)
    n, m = xy.shape
    return xx.sum() / n / (n - 1) + yy.sum() / m / (m - 1) - xy.mean() - xy.mean()


# %% precision-recall
def precision_recall(real, fake, k):
    from scipy.spatial import KDTree

    def share(points, others):
        radii = KDTree(others).query(others, k=[k + 1])[0][:, 0]
        far = np.linalg.norm(points[:, None, :] - others[None, :, :], axis=-1)
        return np.mean(np.min(far - radii, axis=1) <= 0)

    return np.array([share(fake, real), share(real, fake)])


# %% coverage
def coverage(real, fake, k):
    from scipy.spatial import KDTree

    radii = KDTree(real).query(real, k=[k + 1])[0][:, 0]
    return np.mean(KDTree(fake).query(real)[0] <= radii)


# %% distances-by-size
def distances_by_size(measure, pool, sizes, repeats, rng):
    def one(n):
        first = rng.choice(len(pool), n, replace=False)
        second = rng.choice(np.setdiff1d(np.arange(len(pool)), first), n, replace=False)
        return measure(pool[first], pool[second])

    return np.array([[one(n) for _ in range(repeats)] for n in sizes])


# %% endless-distance
def endless_distance(sizes, distances):
    from scipy.stats import linregress

    return linregress(np.repeat(1 / np.array(sizes), distances.shape[1]), distances.ravel()).intercept


# %% count-modes
def count_modes(points, centres, std):
    from scipy.spatial import KDTree

    whole = points[np.isfinite(points).all(axis=1)]
    if not len(whole):
        return 0, 0.0
    near = KDTree(whole).query_ball_point(centres, 3 * std)
    covered = sum(len(found) >= 0.01 * len(points) for found in near)
    return covered, len({point for found in near for point in found}) / len(points)


# %% diagnose
def diagnose(trace):
    last = {name: np.mean(values[-max(3, len(values) // 4) :]) for name, values in trace.items()}
    if not np.isfinite([np.sum(trace["d_loss"]), np.sum(trace["g_loss"])]).all():
        return "not finite"
    few, restless = last["modes"] < 4.5, last["moved"] > 0.5
    names = np.array(["healthy", "collapsed", "hopping", "d wins", "frozen"])
    place = np.select([last["d_loss"] > 4, last["d_loss"] < 0.12, few & restless, few], [4, 3, 2, 1], 0)
    return names[place]


# %% bootstrap-means
def bootstrap_means(values, repeats, rng):
    counts = rng.multinomial(len(values), np.full(len(values), 1 / len(values)), size=repeats)
    return counts @ values / len(values)


# %% better
def better(a, b):
    from scipy.stats import mannwhitneyu

    fair = a["n_real"] == b["n_real"] and a["n_fake"] == b["n_fake"]
    if not fair or len(a["distances"]) < 3 or len(b["distances"]) < 3:
        return "cannot tell"
    if mannwhitneyu(a["distances"], b["distances"]).pvalue > 0.05:
        return "cannot tell"
    return "AB"[int(np.mean(a["distances"]) > np.mean(b["distances"]))]
