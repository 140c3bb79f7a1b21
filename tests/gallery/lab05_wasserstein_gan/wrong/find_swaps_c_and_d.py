"""Swaps c and d."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -         return "d"
# +         return "c"

# -         return "c"
# +         return "d"
