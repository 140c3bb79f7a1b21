"""An author and a year, and no place to find it."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return ["Goodfellow, Generative Adversarial Nets, 2014", "Notebook 11 of the course"]
