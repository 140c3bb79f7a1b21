"""Hopping if four fifths move."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return "hopping" if np.median(late["moved"]) > 0.8 else "collapsed"
