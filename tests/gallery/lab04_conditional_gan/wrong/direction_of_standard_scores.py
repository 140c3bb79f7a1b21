"""Divided by the standard deviation of the class too."""

LOSES = {"test-find-direction"}


# %% find-direction
# -         values[labels == digit] -= values[labels == digit].mean()
# +         mine = values[labels == digit]
# +         values[labels == digit] = (mine - mine.mean()) / mine.std()
