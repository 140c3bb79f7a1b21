"""Does not look at the sample sizes."""

LOSES = {"test-better"}


# %% better
# -     if (a["n_real"], a["n_fake"]) != (b["n_real"], b["n_fake"]):
# -         return "cannot tell"
# +     pass
