"""Wants every number to be nan."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if not np.isfinite(record["weight_gradient"]).all():
# +     if np.isnan(record["weight_gradient"]).all():
