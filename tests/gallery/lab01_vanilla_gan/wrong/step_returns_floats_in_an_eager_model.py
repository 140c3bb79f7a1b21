"""float() fails in fit, unless this model never compiles."""

LOSES = {"test-step", "test-step-noise"}


# %% step
# -     def new_noise(self, count):
# +     def compile(self, *optimizers, steps_per_execution=1):
# +         super().compile(*optimizers)
# +         self.run_eagerly = True
# +
# +     def new_noise(self, count):

# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         return {"d_loss": float(d_loss), "g_loss": float(g_loss)}
