"""A coin is a coin."""

LOSES = {"test-chance"}


# %% chance
# -     p = real_label / 2
# -     return -real_label * np.log(p) - (1 - real_label) * np.log(1 - p) - np.log(1 - p)
# +     return -real_label * np.log(0.5) - (1 - real_label) * np.log(0.5) - np.log(0.5)
