"""One source."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return ["I. Goodfellow et al., Generative Adversarial Nets, NeurIPS 2014, arXiv:1406.2661"]
