"""Functions of one's own inside; the order of work is another one."""


# %% precision-recall
def precision_recall(real, fake, k):
    found = []
    for points, others in ((fake, real), (real, fake)):
        inside = np.zeros(len(points), dtype=bool)
        for i, centre in enumerate(others):
            rest = np.delete(others, i, axis=0)
            radius = np.partition(np.linalg.norm(rest - centre, axis=1), k - 1)[k - 1]
            inside |= np.linalg.norm(points - centre, axis=1) <= radius
        found.append(inside.mean())
    return tuple(found)


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return 1 - (cdist(fake, real) > radii).all(axis=0).mean()


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             rows = rng.choice(len(pool), size=(2, n), replace=False)
# +             found[j, r] = measure(*pool[rows])


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# -         return "frozen"
# -     if np.median(late["d_loss"]) < 0.1:
# -         return "d wins"
# +     if np.median(late["d_loss"]) < 0.1:
# +         return "d wins"
# +     if np.mean(late["d_loss"]) >= 3.5:
# +         return "frozen"
