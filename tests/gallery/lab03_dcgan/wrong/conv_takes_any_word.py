"""Took every word but "same" for "valid"."""

LOSES = {"test-conv-size"}


# %% conv-size
# -     if padding == "valid":
# -         return (size - kernel) // stride + 1
# -     raise ValueError(f"The padding is {padding!r}, but it must be 'same' or 'valid'.")
# +     return (size - kernel) // stride + 1
