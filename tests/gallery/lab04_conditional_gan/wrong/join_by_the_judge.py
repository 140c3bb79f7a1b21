"""Calls the judge's function, which says what is wrong and returns nothing."""

LOSES = {"test-join-labels"}


# %% join-labels
def join_labels(noise, labels, num_classes):
    return judge_join({"noise": noise, "labels": labels, "num_classes": num_classes}, noise)
