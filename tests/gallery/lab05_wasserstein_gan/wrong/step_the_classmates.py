"""The classmate's step as it was."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
train_once = classmates_step
