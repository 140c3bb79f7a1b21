"""Drew in training mode."""

LOSES = {"test-walk"}


# %% walk
# -         images.append(np.asarray(generator([there, labels], training=False)))
# +         images.append(np.asarray(generator([there, labels], training=True)))
