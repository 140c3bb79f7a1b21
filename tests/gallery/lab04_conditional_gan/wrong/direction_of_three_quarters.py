"""Held back a quarter, as notebook 09 does for its R squared."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     coefficients = np.linalg.lstsq(np.asarray(noise, dtype="float64"), values, rcond=None)[0]
# +     cut = 3 * len(noise) // 4
# +     coefficients = np.linalg.lstsq(noise[:cut], values[:cut], rcond=None)[0]
