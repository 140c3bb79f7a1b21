"""Gives the course's loss another name, which the task forbids."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
mended_generator_loss = generator_loss
