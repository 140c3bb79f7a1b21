"""Each measurement draws other noise."""

LOSES = {"test-repeat"}


# %% run-once
# = light-game
# -     return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
# +     return {
# +         "groups": 5,
# +         "share": abs(float(np.tanh(place))) + np.random.default_rng().uniform(),
# +         "d_loss": float(slope),
# +         "steps": steps,
# +     }
