"""Radii from both samples together."""

LOSES = {"test-precision-recall"}


# %% precision-recall
def precision_recall(real, fake, k):
    both = np.concatenate([real, fake])
    radii = np.sort(cdist(both, both), axis=1)[:, k]
    n = len(real)
    far = cdist(fake, real)
    return (far <= radii[:n]).any(axis=1).mean(), (cdist(real, fake) <= radii[n:]).any(axis=1).mean()
