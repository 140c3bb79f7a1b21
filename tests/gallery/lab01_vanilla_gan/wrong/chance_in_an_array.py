"""An array with one number in it."""

LOSES = {"test-chance"}


# %% chance
# -     p = real_label / 2
# +     p = np.array([real_label / 2])
