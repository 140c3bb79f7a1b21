"""Takes a slope of 0 for an unsafe root."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if not np.isfinite(record["weight_gradient"]).all():
# +     if (slopes < 1e-3).any():
