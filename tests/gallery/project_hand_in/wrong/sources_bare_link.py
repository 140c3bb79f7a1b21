"""A link without author, title and year."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return ["https://arxiv.org/abs/1406.2661", "Notebook 11 of the course"]
