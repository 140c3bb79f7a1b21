"""No hypothesis."""

LOSES = {"test-plan"}


# %% plan
# -         "hypothesis": "Yes: it covers at least 2 groups more than the control, on the mean over three seeds. "
# -         "Doubling the discriminator's learning rate instead does not gain as much.",
# +         "hypothesis": "",


# %% run-once
# = light-game
