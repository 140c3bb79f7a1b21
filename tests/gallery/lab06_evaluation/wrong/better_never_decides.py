"""Never decides."""

LOSES = {"test-better"}


# %% better
# -     return "A" if first.mean() < second.mean() else "B"
# +     return "cannot tell"
