"""The real images."""

LOSES = {"test-points-between"}


# %% points-between
# -     return real_images + share * (fake_images - real_images)
# +     return real_images + 0 * share
