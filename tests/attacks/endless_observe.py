"""Answers never return: one sleeps, one counts."""

# %% mean
import time


def mean(values):
    while True:
        time.sleep(60)


# %% square
def square(x):
    while True:
        x += 1
