"""No year."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return [
        "Goodfellow and others, Generative Adversarial Nets, arXiv:1406.2661",
        "Notebook 11 of the course",
    ]
