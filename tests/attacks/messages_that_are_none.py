"""Signed messages whose contents are lists, numbers and nothing, in the place of outputs."""


# %% mean
def mean(values):
    for odd in (
        b'{"data": 5}',
        b'{"data": ["ab"]}',
        b'{"data": {"a": []}}',
        b"{}",
        b"null",
        b"3",
        b'"x"',
        b"[]",
    ):
        parts = {"parent": kernel.get_parent(), "ident": kernel._topic("display_data")}
        kernel.session.send(kernel.iopub_socket, "display_data", odd, **parts)
    return sum(values)


kernel = get_ipython().kernel


# %% square
def square(x):
    return 2 * x
