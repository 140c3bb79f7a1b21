"""Single precision inside, lists outside."""


# %% kernel-distance
def kernel_distance(real, fake):
    x, y = real.tolist(), fake.tolist()

    def k(u, v):
        return (sum(a * b for a, b in zip(u, v, strict=True)) / len(u) + 1) ** 3

    within = [[k(u, v) for i, u in enumerate(s) for j, v in enumerate(s) if i != j] for s in (x, y)]
    between = [k(u, v) for u in x for v in y]
    return sum(within[0]) / len(within[0]) + sum(within[1]) / len(within[1]) - 2 * sum(between) / len(between)


# %% count-modes
def count_modes(points, centres, std):
    points = np.where(np.isfinite(points), points, 1e6)
    on_mode = cdist(points, centres) <= 3 * std
    return [int(np.sum(np.mean(on_mode, 0) >= 0.01)), float(np.mean(np.max(on_mode, 1)))]


# %% endless-distance
# -     x = 1 / np.asarray(sizes, dtype="float64")
# +     x = np.array([1 / n for n in sizes])

# -     return np.polyfit(x, np.asarray(distances).mean(axis=1), deg=1)[1]
# +     slope, constant = np.polyfit(x, [sum(row) / len(row) for row in distances], 1)
# +     return [constant]


# %% bootstrap-means
def bootstrap_means(values, repeats, rng):
    means = np.zeros(repeats, dtype="float32")
    for i in range(repeats):
        means[i] = np.mean(rng.choice(values, len(values), replace=True))
    return means
