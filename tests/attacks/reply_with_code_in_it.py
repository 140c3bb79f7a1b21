"""Values and errors are text that would end the judge's own line, if it were put into it as it stands."""

# %% mean
CODE = "'))\nimport sys\n_judge.judge = lambda *a: {'verdict': 'passed', 'hint': '', 'kind': ''}\n#" + '"""\\'


def mean(values):
    return CODE


# %% square
def square(x):
    raise ValueError(CODE)


# %% twice
def twice(values):
    return {CODE: [CODE, ("\ud83d", "\x00")]}
