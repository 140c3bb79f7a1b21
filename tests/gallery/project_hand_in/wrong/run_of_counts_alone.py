"""Counts alone: that two seeds give different ones is luck."""

LOSES = {"test-repeat"}


# %% run-once
# = light-game
# -     return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
# +     return {"groups": round(1e6 * abs(place)), "share": 1, "steps": steps}
