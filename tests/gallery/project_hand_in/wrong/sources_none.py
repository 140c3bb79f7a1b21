"""No sources."""

LOSES = {"test-sources"}


# %% sources
def sources():
    return []
