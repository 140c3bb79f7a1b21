"""A title in the place of a question."""

LOSES = {"test-plan"}


# %% plan
# -         "question": "Does a second update of the discriminator in each step help a GAN to cover more of the "
# -         "25 groups of the grid?",
# +         "question": "On the updates of the discriminator and the groups of the grid",


# %% run-once
# = light-game
