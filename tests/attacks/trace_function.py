"""A trace function is set."""


# %% mean
def mean(values):
    return sum(values)


import sys

old = None


def tracer(frame, event, arg):
    return None


sys.settrace(tracer)


# %% square
def square(x):
    return 2 * x
