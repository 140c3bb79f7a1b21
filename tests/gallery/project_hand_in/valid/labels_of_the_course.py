"""Labels that need no unit, as notebooks 08 and 11 write them; each seed beside its own control."""


# %% draw
def draw(lines):
    figure = plotting.Figure()
    axes = figure.subplots()
    control = {line["seed"]: line["d_loss"] for line in lines if line["condition"] == plan()["control"]}
    for line in lines:
        axes.plot(line["steps"], line["d_loss"] / control[line["seed"]], "o", mfc="none")
    axes.set(xlabel="steps", ylabel="factor of the control's loss")
    return figure


# %% run-once
# = light-game
