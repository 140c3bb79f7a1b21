"""Does not look at what moved."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return "collapsed"
