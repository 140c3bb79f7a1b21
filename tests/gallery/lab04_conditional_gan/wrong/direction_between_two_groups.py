"""From the mean noise of small values to that of large ones."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     coefficients = np.linalg.lstsq(np.asarray(noise, dtype="float64"), values, rcond=None)[0]
# +     large = values > np.median(values)
# +     coefficients = noise[large].mean(axis=0) - noise[~large].mean(axis=0)
