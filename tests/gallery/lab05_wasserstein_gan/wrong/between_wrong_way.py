"""Goes from the real image away from the fake one."""

LOSES = {"test-points-between"}


# %% points-between
# -     return real_images + share * (fake_images - real_images)
# +     return real_images - share * (fake_images - real_images)
