"""The first half of the run."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     late = {name: np.asarray(values)[len(values) // 2 :] for name, values in trace.items()}
# +     late = {name: np.asarray(values)[: len(values) // 2] for name, values in trace.items()}
