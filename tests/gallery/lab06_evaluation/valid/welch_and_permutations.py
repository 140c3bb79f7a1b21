"""Welch's test, and permutations; ranges of intervals."""


# %% better
def better(a, b):
    from scipy import stats

    if any(a[name] != b[name] for name in ("n_real", "n_fake")):
        return "cannot tell"
    if len(a["distances"]) < 3 or len(b["distances"]) < 3:
        return "cannot tell"
    result = stats.ttest_ind(a["distances"], b["distances"], equal_var=False)
    if result.pvalue >= 0.01:
        return "cannot tell"
    return "A" if result.statistic < 0 else "B"


# %% distances-by-size
def distances_by_size(measure, pool, sizes, repeats, rng):
    seeds = iter(rng.integers(2**32, size=(len(sizes) * repeats)))
    found = np.empty((len(sizes), repeats), dtype="float32")
    for place in np.ndindex(*found.shape):
        own, n = np.random.default_rng(next(seeds)), sizes[place[0]]
        rows = np.argsort(own.random(len(pool)))[: 2 * n]
        found[place] = measure(pool[rows[::2]], pool[rows[1::2]])
    return found


# %% frechet-distance
def frechet_distance(real, fake):
    c1, c2 = np.linalg.cholesky(np.cov(real.T)), np.linalg.cholesky(np.cov(fake.T))
    cross = np.linalg.svd(c1.T @ c2)[1].sum()
    return ((real.mean(0) - fake.mean(0)) ** 2).sum() + (c1**2).sum() + (c2**2).sum() - 2 * cross
