"""Returned a number."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return int(np.median(late["moved"]) > 0.5)
