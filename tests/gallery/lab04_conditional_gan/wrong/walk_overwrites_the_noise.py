"""Moved the caller's noise."""

LOSES = {"test-walk"}


# %% walk
# -         there = (noise + reach * np.asarray(direction)).astype("float32")
# +         noise += (reach * np.asarray(direction)).astype("float32")
# +         there = noise.copy()

# -         images.append(np.asarray(generator([there, labels], training=False)))
# +         images.append(np.asarray(generator([there, labels], training=False)))
# +         noise -= (reach * np.asarray(direction)).astype("float32")
# +     noise += 1.0
