"""Called the course's own score."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
def frechet_distance(real, fake):
    return metrics.frechet_distance(real, fake).value
