"""Returns nothing."""

LOSES = {"test-points-between"}


# %% points-between
# -     return real_images + share * (fake_images - real_images)
# +     real_images + share * (fake_images - real_images)
