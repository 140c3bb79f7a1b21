"""Built a network and did not return it."""

LOSES = {"test-generator"}


# %% generator
# -     return keras.Model([noise, labels], x, name="generator")
# +     keras.Model([noise, labels], x, name="generator")
