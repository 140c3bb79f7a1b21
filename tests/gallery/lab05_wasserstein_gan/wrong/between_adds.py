"""Adds both images with one share each."""

LOSES = {"test-points-between"}


# %% points-between
# -     return real_images + share * (fake_images - real_images)
# +     return share * real_images + share * fake_images
