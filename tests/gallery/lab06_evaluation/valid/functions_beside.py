"""Functions of one's own above the answer, with names that a judge might have."""


# %% frechet-distance
def root_of(matrix):
    values, vectors = np.linalg.eigh(matrix)
    return vectors @ np.diag(np.sqrt(values.clip(0))) @ vectors.T


def frechet_distance(real, fake):
    s1, s2 = np.cov(real.T), np.cov(fake.T)
    cross = np.trace(root_of(root_of(s1) @ s2 @ root_of(s1)))
    return np.square(real.mean(axis=0) - fake.mean(axis=0)).sum() + np.trace(s1) + np.trace(s2) - 2 * cross


# %% kernel-distance
def within(x):
    values = estimate(x, x)
    return (values.sum() - values.diagonal().sum()) / (len(x) * (len(x) - 1))


def estimate(x, y):
    return (np.inner(x, y) / x.shape[1] + 1) ** 3


def kernel_distance(real, fake):
    return within(real) + within(fake) - 2 * estimate(real, fake).mean()


# %% precision-recall
def balls(x, k):
    return np.sort(cdist(x, x), axis=1)[:, k]


def right_shares(points, centres, k):
    return np.mean(np.any(cdist(points, centres) <= balls(centres, k), axis=1))


def precision_recall(real, fake, k):
    return right_shares(fake, real, k), right_shares(real, fake, k)


# %% coverage
def coverage(real, fake, k):
    return np.mean(np.any(cdist(real, fake) <= balls(real, k)[:, None], axis=1))


# %% count-modes
def on_modes(points, centres, reach):
    return cdist(points, centres) <= reach


def counted(on):
    return np.count_nonzero(on.mean(axis=0) >= 0.01), np.mean(on.sum(axis=1) > 0)


def count_modes(points, centres, std):
    return counted(on_modes(points, centres, 3 * std))
