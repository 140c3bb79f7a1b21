"""Calls the judge's function."""

LOSES = {"test-coverage"}


# %% coverage
def coverage(real, fake, k):
    return judge_right_shares({"real": real, "fake": fake, "k": k})[2]
