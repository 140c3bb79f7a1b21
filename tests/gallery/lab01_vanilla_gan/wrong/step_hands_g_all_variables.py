"""All variables for the generator's optimizer, which knows its own alone: Keras refuses."""

LOSES = {"test-step", "test-step-noise"}


# %% step
# -         g_variables = self.generator.trainable_variables
# +         g_variables = self.trainable_variables
