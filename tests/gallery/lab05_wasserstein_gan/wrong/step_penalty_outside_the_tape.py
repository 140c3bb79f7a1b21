"""Adds the penalty after the update."""

LOSES = {"test-critic-updates"}


# %% train-once
# -             d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
# +             d_loss = -estimate

# -         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         d_loss += gan.penalty_weight * gan.penalty(part, fake_images)
