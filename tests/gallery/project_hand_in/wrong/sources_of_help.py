"""What helped is counted as a source."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return [
        "I. Goodfellow et al., Generative Adversarial Nets, NeurIPS 2014, arXiv:1406.2661",
        "Help: a program that writes explained tf.tile, 2026, https://example.org",
    ]
