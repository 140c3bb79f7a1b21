"""Words spread over variables; a table kept in a class; seeds out of order; two axes in one panel."""


# %% name
def name():
    first, last = "Bo", "O'Neill-Śmith"
    return " ".join([first, last])


# %% seeds
def seeds():
    return sorted((my_seed(name()) + k for k in range(3)), reverse=True)


# %% plan
def plan():
    words = dict(
        question="If D moves twice a step, do more groups get covered on the grid? I ask for 25 groups."
    )
    words["hypothesis"] = "No, the number stays the same within two groups"
    words["refuted if"] = "the means of three seeds differ by more than two groups"
    words["measured"] = "Groups covered by 2,500 points; share on a group, 0 to 1"
    words.update(variant="Page 05's GAN", data=("grid",), conditions=["once", "twice"], control="once")
    return words


# %% run-once
# -     gan.d_updates = 2 if condition == "two updates" else 1
# +     gan.d_updates = {"once": 1, "twice": 2}[condition]


# %% study
def study():
    class Table(list):
        def note(self, **line):
            self.append(line)

    table = Table()
    for seed in seeds():
        for condition in ("once", "twice"):
            table.note(seed=seed, condition=condition, **run_once(condition, seed))
    return list(table)


# %% draw
def draw(lines):
    figure = plotting.Figure()
    axes = figure.subplots()
    other = axes.twinx()
    for line in lines:
        axes.plot(line["condition"], line["groups"], "o", color="tab:blue")
        other.plot(line["condition"], line["share"], "x", color="tab:orange")
    axes.set_ylabel("groups covered, circles (of 25)")
    other.set_ylabel("share on a group, crosses (%)")
    return figure
