"""Knows no healthy run but the rest."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["modes"]) > 4:
# +     if np.median(late["modes"]) > 9:

# -     return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     return "hopping" if np.median(late["moved"]) > 0.5 else "healthy"
