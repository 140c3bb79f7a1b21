"""Returned a word that is no kind."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return "hopping" if np.median(late["moved"]) > 0.5 else "mode collapse"
