"""No class of the course: a loop by hand, plain descent; bars that lie; generators of random numbers handed on."""


# %% own-code
def network(inputs, outputs, seed):
    start, end = keras.initializers.GlorotUniform(seed), keras.initializers.GlorotUniform(seed + 1)
    hidden = keras.layers.Dense(32, "tanh", kernel_initializer=start)
    return keras.Sequential(
        [keras.Input((inputs,)), hidden, keras.layers.Dense(outputs, kernel_initializer=end)]
    )


def move(network, tape, loss, rate):
    slopes = tape.gradient(loss, network.trainable_variables)
    for variable, slope in zip(network.trainable_variables, slopes, strict=True):
        variable.assign_sub(rate * slope)


# %% run-once
def run_once(condition, seed):
    random, points = np.random.default_rng(seed), data.point_set("grid").points
    g, d = network(4, 2, seed), network(2, 1, seed + 2)
    d_rate = 0.2 if condition == "doubled rate" else 0.1
    steps = profile.steps(1000)
    for _ in range(steps):
        for _ in range(2 if condition == "two updates" else 1):
            noise = random.normal(size=(64, 4)).astype("float32")
            real = points[random.integers(len(points), size=64)]
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.nn.softplus(-d(real)) + tf.nn.softplus(d(g(noise))))
            move(d, tape, loss, d_rate)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.nn.softplus(-d(g(noise))))
        move(g, tape, loss, 0.1)
    return {"loss": loss, "steps": steps}


# %% draw
def draw(lines):
    figure = plotting.Figure()
    axes = figure.subplots()
    names = [f"{line['condition']}, {line['seed']}" for line in lines]
    axes.barh(names, [float(line["loss"]) for line in lines])
    axes.set_xlabel("last generator loss in nats")
    return figure


# %% sources
def sources():
    return [
        """Ian J. Goodfellow, Yoshua Bengio, Aaron Courville:
        Deep Learning. MIT Press 2016. ISBN 978-0262035613""",
        "A. Radford, L. Metz, S. Chintala, DCGAN, 2016, doi 10.48550/arXiv.1511.06434",
        "A program that writes code helped with the bars (asked for a horizontal plot), 2025, www.example.org",
    ]
