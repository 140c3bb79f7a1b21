"""Calls a function of a later cell, which is not there when the answer is marked."""

LOSES = {"test-transposed-size"}


# %% transposed-size
def transposed_size(size, kernel, stride, padding):
    return keras_size(size, kernel, stride, padding)
