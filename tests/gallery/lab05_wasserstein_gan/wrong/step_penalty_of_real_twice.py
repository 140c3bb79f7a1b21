"""The penalty at real images only."""

LOSES = {"test-critic-updates"}


# %% train-once
# -             d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
# +             d_loss = -estimate + gan.penalty_weight * gan.penalty(part, part)
