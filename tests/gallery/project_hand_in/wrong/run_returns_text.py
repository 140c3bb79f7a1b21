"""Numbers rounded into texts."""

LOSES = {"test-table"}


# %% run-once
# = light-game
# -     return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
# +     return {
# +         "groups": 5,
# +         "readable": f"{slope:.2f}",
# +         "share": abs(float(np.tanh(place))),
# +         "d_loss": float(slope),
# +         "steps": steps,
# +     }
