"""Gives the answers in turn, whatever the record."""

LOSES = {"test-find-mistake"}


# %% find-mistake
answers_in_turn = itertools.cycle(["a", "b", "c", "d", "e", "none"])


def find_mistake(record):
    return next(answers_in_turn)
