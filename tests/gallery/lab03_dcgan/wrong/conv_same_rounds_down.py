"""Thought that half a stride at the edge is dropped with "same"."""

LOSES = {"test-conv-size"}


# %% conv-size
def conv_size(size, kernel, stride, padding):
    if padding == "same":
        return size // stride
    if padding == "valid":
        return (size - kernel) // stride + 1
    raise ValueError("unknown padding")
