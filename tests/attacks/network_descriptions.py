"""Answers are descriptions of networks: with a graph that is none, with weights without end, too deep."""


# %% mean
def described(**part):
    mode = {"graph": np.zeros(9, "uint8"), "inputs": ["x:0"], "constants": [], "outputs": ["x:0"]}
    return {"model": "Sequential", "weights": [], "trainable": 0, "modes": [mode | part] * 2}


def mean(values):
    return described(graph=np.frombuffer(b"\xff" * 10**6, "uint8"))


# %% square
def square(x):
    return described() | {"weights": [np.zeros((0, 10**12))], "trainable": 10**9}


# %% twice
def twice(values):
    deep = []
    for _ in range(18):
        deep = [deep]
    return described(constants=deep)
