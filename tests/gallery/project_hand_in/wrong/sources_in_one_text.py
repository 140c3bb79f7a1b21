"""One text in the place of a list."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return "Goodfellow 2014, arXiv:1406.2661; notebook 11 of the course"
