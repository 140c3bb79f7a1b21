"""Two shares that do not add up to 1."""

LOSES = {"test-points-between"}


# %% points-between
# -     return real_images + share * (fake_images - real_images)
# +     return share * real_images + keras.random.uniform(shape) * fake_images
