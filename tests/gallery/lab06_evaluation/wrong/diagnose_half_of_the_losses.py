"""Half the number of losses, for every array."""

LOSES = {"test-diagnose"}


# %% diagnose
# -     late = {name: np.asarray(values)[len(values) // 2 :] for name, values in trace.items()}
# +     half = len(trace["d_loss"]) // 2
# +     late = {name: np.asarray(values)[half:] for name, values in trace.items()}
