"""Answers are pickles, arrays of objects, and objects that say how they are to be pickled."""


# %% mean
class Evil(float):
    def __reduce__(self):
        return exec, ("_judge = None; open('/tmp/evil', 'w')",)


import pickle


def mean(values):
    return pickle.dumps(Evil(3))


# %% square
def square(x):
    return Evil(x * x)


# %% twice
def twice(values):
    return np.array([Evil(2), Evil(4)], dtype=object) if len(values) == 2 else np.array(Evil(1), object)
