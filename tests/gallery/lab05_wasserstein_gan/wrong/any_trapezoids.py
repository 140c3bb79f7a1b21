"""Trapezoids where there are stairs."""

LOSES = {"test-distance-any"}


# %% distance-any
def distance_any(first, second):
    places = np.sort(np.concatenate([first, second]))
    p = (first[:, None] <= places).mean(axis=0)
    q = (second[:, None] <= places).mean(axis=0)
    return np.trapezoid(np.abs(p - q), places)
