"""The tape does not watch the points."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -         tape.watch(points)
# -         scores = critic(points, training=True)
# +         scores = critic(points, training=True)
