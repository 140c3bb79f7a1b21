"""Nothing is trained: shipped weights, seeds of the noise; a heat map with a colour bar; digits."""


# %% plan
def plan():
    return {
        "question": "Which truncation of the noise gives the DCGAN the smallest Frechet distance? Is it 1?",
        "hypothesis": "A multiplier of 0.8 scores worse than none, because variety counts for more",
        "refuted if": "At least two of three seeds score lower with 0.8 than with 1.0",
        "measured": "Frechet distance of 200 digits to 500 test digits, digit features",
        "variant": "07, the shipped generator",
        "data": "digits",
        "conditions": ["1.0", "0.8"],
        "control": "1.0",
    }


# %% own-code
generator = keras.models.load_model(assets.asset("dcgan_generator.keras"))
real = metrics.digit_features(data.load_digits("test")[0][:500])


# %% run-once
def run_once(condition, seed):
    noise = float(condition) * np.random.default_rng(seed).normal(size=(200, generator.input_shape[-1]))
    fake = np.asarray(generator(noise.astype("float32"), training=False))
    return {
        "distance": metrics.frechet_distance(real, metrics.digit_features(fake)).value,
        "steps": 0,
    }


# %% study
def study():
    table = {(c, s): run_once(c, s) for c in ("1.0", "0.8") for s in seeds()}
    return [dict(run, condition=c, seed=s) for (c, s), run in table.items()]


# %% draw
def draw(lines):
    kinds = sorted({line["condition"] for line in lines})
    values = [[line["distance"] for line in lines if line["condition"] == kind] for kind in kinds]
    figure = plotting.Figure()
    axes = figure.add_subplot()
    picture = axes.imshow(values)
    axes.set_yticks(range(len(kinds)), [f"times {kind}" for kind in kinds])
    axes.set_xlabel("seed, counted from the first (number)")
    figure.colorbar(picture, label="Frechet distance (no unit)")
    return figure
