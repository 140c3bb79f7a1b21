"""Answers are descriptions of networks: with a lambda, too large for any memory, too deep."""

# %% mean
import json


def described(part):
    layer = {"class_name": "Dense", "module": "keras.layers", "registered_name": None, "config": part}
    layers = [
        {"class_name": "InputLayer", "module": "keras.layers", "config": {"batch_shape": [None, 10**6]}}
    ]
    config = {"name": "x", "layers": [*layers, layer]}
    whole = {"class_name": "Sequential", "module": "keras", "config": config, "registered_name": None}
    return {"model": "Sequential", "architecture": json.dumps(whole), "weights": []}


def mean(values):
    return described({"units": 10**9, "name": "bomb"})


# %% square
def square(x):
    code = {"class_name": "__lambda__", "config": {"value": "4wAAAA=="}}
    return described({"units": 1, "activation": code})


# %% twice
def twice(values):
    return described({}) | {"architecture": "[" * 100_000}
