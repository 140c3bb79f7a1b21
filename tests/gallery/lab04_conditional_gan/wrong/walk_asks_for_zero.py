"""Asked for class 0 all along."""

LOSES = {"test-walk"}


# %% walk
# -         images.append(np.asarray(generator([there, labels], training=False)))
# +         images.append(np.asarray(generator([there, 0 * labels], training=False)))
