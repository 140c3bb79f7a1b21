"""The range is measured further out than -100 to 100."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
# -     values = np.asarray(activation(np.linspace(-100, 100, 20_001, dtype="float32")))
# +     values = np.asarray(activation(np.linspace(-1000, 1000, 200_001, dtype="float32")))
