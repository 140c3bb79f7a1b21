"""A number that is none."""

LOSES = {"test-table"}


# %% run-once
# = light-game
# -     return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
# +     return {
# +         "groups": 5,
# +         "distance": float("nan"),
# +         "share": abs(float(np.tanh(place))),
# +         "d_loss": float(slope),
# +         "steps": steps,
# +     }
