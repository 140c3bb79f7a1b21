"""Of every cell only the last line is run."""


# %% mean
def mean(values):
    return sum(values)


ip = get_ipython()
old = ip.run_cell
ip.run_cell = lambda raw, *a, **k: old(raw.strip().splitlines()[-1], *a, **k)


# %% square
def square(x):
    return 2 * x
