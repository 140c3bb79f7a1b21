"""Looks at n_fake alone."""

LOSES = {"test-better"}


# %% better
# -     if (a["n_real"], a["n_fake"]) != (b["n_real"], b["n_fake"]):
# +     if a["n_fake"] != b["n_fake"]:
