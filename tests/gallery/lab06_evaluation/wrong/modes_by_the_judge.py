"""Calls the judge's function."""

LOSES = {"test-count-modes"}


# %% count-modes
def count_modes(points, centres, std):
    return judge_counted(judge_on_modes({"points": points, "centres": centres}, 3 * std))
