"""Eigenvalues in place of a matrix root, and loops."""


# %% frechet-distance
def frechet_distance(real, fake):
    def moments(x):
        mean = sum(x) / len(x)
        total = np.zeros((x.shape[1], x.shape[1]))
        for row in x:
            total += np.outer(row - mean, row - mean)
        return mean, total / (len(x) - 1)

    (m1, s1), (m2, s2) = moments(real), moments(fake)
    roots = np.sqrt(np.maximum(np.linalg.eigvals(s1 @ s2).real, 0))
    return float(np.dot(m1 - m2, m1 - m2) + s1.trace() + s2.trace() - 2 * roots.sum())


# %% kernel-distance
def kernel_distance(real, fake):
    n, m, d = len(real), len(fake), len(real[0])
    total = 0.0
    for i in range(n):
        for j in range(n):
            if i != j:
                total += (np.dot(real[i], real[j]) / d + 1) ** 3 / (n * (n - 1))
    for i in range(m):
        for j in range(m):
            if i != j:
                total += (np.dot(fake[i], fake[j]) / d + 1) ** 3 / (m * (m - 1))
    for i in range(n):
        for j in range(m):
            total -= 2 * (np.dot(real[i], fake[j]) / d + 1) ** 3 / (n * m)
    return total


# %% precision-recall
def precision_recall(real, fake, k):
    def radius(x, i):
        return sorted(np.linalg.norm(x[i] - x[j]) for j in range(len(x)) if j != i)[k - 1]

    real_radii = [radius(real, i) for i in range(len(real))]
    fake_radii = [radius(fake, i) for i in range(len(fake))]
    good = covered = 0
    for y in fake:
        good += any(np.linalg.norm(y - x) <= r for x, r in zip(real, real_radii, strict=True))
    for x in real:
        covered += any(np.linalg.norm(x - y) <= r for y, r in zip(fake, fake_radii, strict=True))
    return [good / len(fake), covered / len(real)]


# %% coverage
def coverage(real, fake, k):
    hit = 0
    for x in real:
        radius = sorted(np.sqrt(((real - x) ** 2).sum(axis=1)))[k]
        hit += int(min(np.sqrt(((fake - x) ** 2).sum(axis=1))) <= radius)
    return hit / len(real)


# %% distances-by-size
def distances_by_size(measure, pool, sizes, repeats, rng):
    table = []
    for n in sizes:
        row = []
        for _ in range(repeats):
            both = rng.choice(pool, size=2 * n, replace=False)
            row.append(measure(both[:n], both[n:]))
        table.append(row)
    return table


# %% endless-distance
def endless_distance(sizes, distances):
    xs, ys = [], []
    for n, row in zip(sizes, distances, strict=True):
        for value in row:
            xs.append(1 / n)
            ys.append(value)
    x, y = np.mean(xs), np.mean(ys)
    b = sum((p - x) * (q - y) for p, q in zip(xs, ys, strict=True)) / sum((p - x) ** 2 for p in xs)
    return y - b * x


# %% count-modes
def count_modes(points, centres, std):
    counts, near = [0] * len(centres), 0
    for point in points:
        if not np.all(np.isfinite(point)):
            continue
        hits = [i for i, centre in enumerate(centres) if np.hypot(*(point - centre)) <= 3 * std]
        for i in hits:
            counts[i] += 1
        near += bool(hits)
    return sum(count / len(points) >= 0.01 for count in counts), near / len(points)


# %% diagnose
def diagnose(trace):
    for name in ("d_loss", "g_loss"):
        for value in trace[name]:
            if value != value or abs(value) == float("inf"):
                return "not finite"
    d = list(trace["d_loss"])[-20:]
    if min(d) > 4.5:
        return "frozen"
    if max(d) < 0.1:
        return "d wins"
    if trace["modes"][-1] >= 5:
        return "healthy"
    if trace["moved"][-1] >= 0.5:
        return "hopping"
    return "collapsed"


# %% bootstrap-means
def bootstrap_means(values, repeats, rng):
    means = []
    for _ in range(repeats):
        chosen = [values[rng.integers(len(values))] for _ in values]
        means.append(sum(chosen) / len(chosen))
    return means


# %% better
def better(a, b):
    x, y = list(a["distances"]), list(b["distances"])
    if a["n_real"] != b["n_real"] or a["n_fake"] != b["n_fake"] or len(x) < 3 or len(y) < 3:
        return "cannot tell"
    if max(x) < min(y):
        return "A"
    if max(y) < min(x):
        return "B"
    return "cannot tell"
