"""Fitted a constant too."""

LOSES = {"test-find-direction"}


# %% find-direction
# -     coefficients = np.linalg.lstsq(np.asarray(noise, dtype="float64"), values, rcond=None)[0]
# +     with_one = np.c_[np.asarray(noise, dtype="float64"), np.ones(len(noise))]
# +     coefficients = np.linalg.lstsq(with_one, values, rcond=None)[0][:-1]
