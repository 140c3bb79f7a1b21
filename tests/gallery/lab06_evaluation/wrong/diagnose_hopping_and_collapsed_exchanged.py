"""Exchanged the last two names."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return "collapsed" if np.median(late["moved"]) > 0.5 else "hopping"
