"""The same, on the shell itself and not on its class."""


# %% mean
def mean(values):
    return sum(values)


ip = get_ipython()
old = ip.run_cell
ip.run_cell = lambda raw, *a, **k: old("pass", *a, **k)


# %% square
def square(x):
    return 2 * x
