"""A grid ten times as coarse misses a narrow top."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
# -     values = np.asarray(activation(np.linspace(-100, 100, 20_001, dtype="float32")))
# +     values = np.asarray(activation(np.linspace(-100, 100, 2_001, dtype="float32")))
