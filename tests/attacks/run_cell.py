"""Every cell becomes an empty one before the shell runs it."""


# %% mean
def mean(values):
    return sum(values)


ip = get_ipython()
old = type(ip).run_cell


def new(self, raw_cell, *a, **k):
    return old(self, "pass", *a, **k)


type(ip).run_cell = new


# %% square
def square(x):
    return 2 * x
