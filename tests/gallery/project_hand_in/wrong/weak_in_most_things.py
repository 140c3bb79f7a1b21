"""The example of a weak hand-in: what it wrote, and what marks it gets and why, stands in grading/project.md.

Two seeds that are everybody's; a plan that nothing could refute; twice the steps for the condition that should
win; a picture of means without units, and sources that nobody can look up.
"""

LOSES = {"test-seeds", "test-plan", "test-figure", "test-sources"}


# %% name
def name():
    return "Robin Vale"


# %% seeds
def seeds():
    return [1, 2]


# %% plan
def plan():
    return {
        "question": "Is a larger discriminator better for GANs?",
        "hypothesis": "I think the results will be good.",
        "refuted if": "",
        "measured": "How many groups are covered",
        "variant": "GAN of notebook 11",
        "data": "ring",
        "conditions": ["small", "large"],
        "control": "small",
    }


# %% own-code
ring = data.point_set("ring")


def network(units, inputs, outputs):
    hidden = [keras.layers.Dense(units, activation="relu") for _ in range(2)]
    return keras.Sequential([keras.Input((inputs,)), *hidden, keras.layers.Dense(outputs)])


# %% run-once
def run_once(condition, seed):
    profile.set_seed(seed)
    if condition == "small":
        gan = GAN(network(64, 16, 2), network(64, 2, 1), 16, seed)
        steps = profile.steps(2000)
    else:
        gan = GAN(network(64, 16, 2), network(256, 2, 1), 16, seed)
        steps = profile.steps(4000)  # it needs longer
    gan.compile(keras.optimizers.Adam(1e-3), keras.optimizers.Adam(1e-3), steps_per_execution=20)
    history = training.LossHistory()
    batches = data.batches(ring.points, batch_size=128, seed=seed)
    gan.fit(batches, steps_per_epoch=steps, verbose=0, callbacks=[history])
    points = np.asarray(gan.generate(gan.draw_noise(500, seed=1)))
    groups = metrics.modes_covered(points, ring.centres, ring.std)
    return {"groups": groups, "steps": steps, "loss": history.losses["g_loss"][-1]}


# %% study
def study():
    lines = []
    for condition in ["small", "large"]:
        for seed in seeds():
            lines.append({"condition": condition, "seed": seed} | run_once(condition, seed))
    return lines


# %% draw
def draw(lines):
    figure = plotting.Figure()
    axes = figure.add_subplot()
    small = [line["groups"] for line in lines if line["condition"] == "small"]
    large = [line["groups"] for line in lines if line["condition"] == "large"]
    axes.bar(["small", "large"], [np.mean(small), np.mean(large)])
    axes.set_title("Results")
    return figure


# %% sources
def sources():
    return ["Wikipedia", "Lecture notes"]
