"""Healthy is what does not move."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# +     if np.median(late["moved"]) < 0.5:

# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return "hopping"
