"""Mean plus and minus two standard deviations; last values of a trace; a complex root taken real."""


# %% better
def better(a, b):
    same = (a["n_real"] == b["n_real"]) and (a["n_fake"] == b["n_fake"])
    x, y = a["distances"], b["distances"]
    if same and len(x) >= 3 and len(y) >= 3:
        if x.mean() + 2 * x.std(ddof=1) < y.mean() - 2 * y.std(ddof=1):
            return "A"
        if y.mean() + 2 * y.std(ddof=1) < x.mean() - 2 * x.std(ddof=1):
            return "B"
    return "cannot tell"


# %% diagnose
def diagnose(trace):
    losses = np.concatenate([trace["d_loss"], trace["g_loss"]])
    if not np.all(np.isfinite(losses)):
        return "not finite"
    d_loss, modes, moved = (trace[name][-1] for name in ("d_loss", "modes", "moved"))
    if modes >= 5:
        return "healthy"
    if d_loss > 3.5:
        return "frozen"
    if d_loss < 0.15:
        return "d wins"
    return "collapsed" if moved < 0.45 else "hopping"


# %% frechet-distance
# -     root = sqrtm(s1 @ s2).real
# +     root = np.real(sqrtm((s1 @ s2).astype(complex)))


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     on_mode = np.linalg.norm(points[:, None, :] - centres[None, :, :], axis=2) <= 3 * std
