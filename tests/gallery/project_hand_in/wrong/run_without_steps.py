"""Does not say how long it trained."""

LOSES = {"test-reduced"}


# %% run-once
# = light-game
# -     return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
# +     return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope)}
