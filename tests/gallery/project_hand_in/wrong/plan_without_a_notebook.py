"""The variant is of no notebook."""

LOSES = {"test-plan"}


# %% plan
# -         "variant": "The small GAN of notebook 11, with a train_step that updates D more often.",
# +         "variant": "A GAN",


# %% run-once
# = light-game
