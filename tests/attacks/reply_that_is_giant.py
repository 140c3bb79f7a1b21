"""The reply is as large as a message may be, and names arrays that are larger than any memory."""

# %% mean
import json

MIME = "application/x-gan-course-seen"


def mean(values):
    return sum(values)


pub = get_ipython().display_pub
old = pub.publish


def new(data, *a, **k):
    token, giant = data[MIME][:16], {"array": ["<f8", [10**13], "AAAA" * 1000], "kind": "array"}
    seen = [json.dumps(giant)] * 3 + ["[" + "[]," * 1_000_000 + "[]]"]
    old({MIME: token + json.dumps({"dict": [["seen", seen], ["error", None], ["written", ""]]})})


pub.publish = new


# %% square
def square(x):
    return 2 * x
