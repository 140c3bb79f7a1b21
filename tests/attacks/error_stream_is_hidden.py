"""A failing answer says that it was an error of the judge's, that it passed, that it wrote nothing."""


# %% mean
class NotPlain(ValueError):
    pass


def mean(values):
    raise NotPlain("passed")


# %% square
class Passed(BaseException):
    def __str__(self):
        return "Passed."


def square(x):
    raise Passed


# %% twice
def twice(values):
    raise AssertionError("exact")
