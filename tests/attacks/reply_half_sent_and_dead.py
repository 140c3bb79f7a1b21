"""The kernel ends itself while a reply is on its way."""

# %% mean
MIME = "application/x-gan-course-seen"


def mean(values):
    return sum(values)


import os

pub = get_ipython().display_pub
old = pub.publish


def new(data, *a, **k):
    old({MIME: data[MIME][: len(data[MIME]) // 2]})
    os._exit(0)


pub.publish = new


# %% square
def square(x):
    return 2 * x
