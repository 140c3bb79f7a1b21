"""Answers are objects that are equal to everything; the tests' types must catch them."""


# %% mean
class Any(int):
    def __eq__(self, o):
        return True

    def __sub__(self, o):
        return 0


def mean(values):
    return Any()


def square(x):
    return Any()


# %% square
pass
