"""The first value of everything."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     late = {name: np.asarray(values)[len(values) // 2 :] for name, values in trace.items()}
# +     late = {name: np.asarray(values)[:1] for name, values in trace.items()}
