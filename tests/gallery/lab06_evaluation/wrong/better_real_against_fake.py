"""Compares n_real with n_fake."""

LOSES = {"test-better"}


# %% better
# -     if (a["n_real"], a["n_fake"]) != (b["n_real"], b["n_fake"]):
# +     if a["n_real"] != a["n_fake"] or b["n_real"] != b["n_fake"]:
