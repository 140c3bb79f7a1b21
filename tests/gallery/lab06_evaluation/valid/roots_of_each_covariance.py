"""Symmetric roots by eigh; Cholesky; bootstrap in the decision."""


# %% frechet-distance
def frechet_distance(real, fake):
    s1, s2 = np.cov(real, rowvar=False), np.cov(fake, rowvar=False)
    values, vectors = np.linalg.eigh(s1)
    half = vectors * np.sqrt(values.clip(0)) @ vectors.T
    inner = np.linalg.eigvalsh(half @ s2 @ half).clip(0)
    shift = real.mean(axis=0) - fake.mean(axis=0)
    return np.array([shift @ shift + np.trace(s1) + np.trace(s2) - 2 * np.sqrt(inner).sum()])


# %% precision-recall
def precision_recall(real, fake, k):
    def squares(x, y):
        return (x**2).sum(1)[:, None] + (y**2).sum(1) - 2 * x @ y.T

    between = squares(real, fake)
    radii = [np.partition(squares(x, x), k, axis=1)[:, k] for x in (real, fake)]
    precision = (between <= radii[0][:, None]).any(axis=0)
    recall = (between <= radii[1]).any(axis=1)
    return precision.sum() / precision.size, recall.sum() / recall.size


# %% coverage
def coverage(real, fake, k):
    distances = cdist(real, real)
    np.fill_diagonal(distances, np.inf)
    radii = np.sort(distances, axis=1)[:, k - 1]
    return np.count_nonzero(cdist(real, fake).min(axis=1) <= radii) / len(real)


# %% distances-by-size
def distances_by_size(measure, pool, sizes, repeats, rng):
    found = {}
    for r in range(repeats):
        for j, n in enumerate(sizes):
            x, y, _ = np.split(rng.permutation(pool), [n, 2 * n])
            found[j, r] = float(measure(x, y))
    return np.array([[found[j, r] for r in range(repeats)] for j in range(len(sizes))])


# %% endless-distance
def endless_distance(sizes, distances):
    from scipy.optimize import curve_fit

    n, d = np.repeat(np.array(sizes, float), np.shape(distances)[1]), np.ravel(distances)
    return curve_fit(lambda n, a, b: a + b / n, n, d)[0][0]


# %% count-modes
def count_modes(points, centres, std):
    squares = sum((points[:, [i]] - centres[:, i]) ** 2 for i in range(2))
    on = squares <= 9 * std**2
    return np.sum(on.sum(axis=0) >= len(points) / 100), np.logical_or.reduce(on, axis=1).sum() / len(points)


# %% diagnose
def diagnose(trace):
    d, g, modes, moved = trace["d_loss"], trace["g_loss"], trace["modes"], trace["moved"]
    if np.isnan(d).any() or np.isnan(g).any() or np.isinf(d).any() or np.isinf(g).any():
        return "not finite"
    level = np.exp(np.log(d[len(d) // 2 :]).mean())
    if level > 4 or level < 0.1:
        return "frozen" if level > 1 else "d wins"
    if modes[len(modes) // 2 :].mean() > 4.5:
        return "healthy"
    return ["collapsed", "hopping"][int(moved[len(moved) // 2 :].mean() > 0.5)]


# %% bootstrap-means
def bootstrap_means(values, repeats, rng):
    rows = np.floor(rng.random((repeats, len(values))) * len(values)).astype(int)
    return np.take(values, rows).mean(axis=-1)


# %% better
def better(a, b):
    x, y = np.array(a["distances"]), np.array(b["distances"])
    if a["n_real"] != b["n_real"] or a["n_fake"] != b["n_fake"] or min(x.size, y.size) <= 2:
        return "cannot tell"
    rng = np.random.default_rng()
    gaps = [rng.choice(x, x.size).mean() - rng.choice(y, y.size).mean() for _ in range(1000)]
    low, high = np.quantile(gaps, [0.005, 0.995])
    return "A" if high < 0 else "B" if low > 0 else "cannot tell"
