"""Nothing from outside the course."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return ["Notebook 11", "Notebook 05 of the course, the training loop"]
