"""The gradient of the mean score."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     gradient = tape.gradient(scores, points)
# +     gradient = tape.gradient(scores, points) / points.shape[0]
