"""Panels with common labels: those of the figure; inner ones are taken away. Grey lines join a seed's runs."""


# %% draw
def draw(lines):
    import matplotlib.pyplot as plt

    figure, panels = plt.subplots(1, 3, sharex=True, sharey=True, figsize=(8, 3))
    for axes, seed in zip(panels, sorted({line["seed"] for line in lines}), strict=True):
        mine = [line for line in lines if line["seed"] == seed]
        axes.plot([line["share"] for line in mine], [line["groups"] for line in mine], "o-", color="gray")
        axes.set(xlabel="share on a group (of all)", title=f"seed {seed}")
        axes.label_outer()
    figure.supylabel("groups (of 25)")
    plt.close(figure)
    return figure


# %% sources
def sources():
    return (
        "Lucic, M. and others (2018). Are GANs Created Equal? NeurIPS. https://arxiv.org/abs/1711.10337",
        "Notebooks 02, 05b and 11",
    )


# %% run-once
# = light-game
