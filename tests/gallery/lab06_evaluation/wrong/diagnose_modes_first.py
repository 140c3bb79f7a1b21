"""Asks for the modes first."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     if np.median(late["d_loss"]) > 4:
# +     if np.median(late["modes"]) <= 3:
# +         return "hopping" if np.median(late["moved"]) > 0.5 else "collapsed"
# +     if np.median(late["d_loss"]) > 4:
