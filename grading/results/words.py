"""Reasons of a grading run in words, for tables and pages."""

from grading.records import Reason

LOST = "The kernel was lost in cell {cell}: "
WORDS = {
    "ended": LOST + "the process ended by itself.",
    "lost": LOST + "the process that it was forked from is gone.",
    "deaf": LOST + "it took too long, and did not stop when interrupted.",
    "wall": LOST + "it ran longer than {detail} s.",
    "memory": LOST + "its processes used more than {detail} MiB.",
    "sent": LOST + "what it sent at once filled more than {detail} MiB.",
    "protocol": LOST + "it sent what no kernel of Jupyter sends.",
    "worker": "The worker could not run it, or its results could not be kept ({detail}).",
    "slow": "Cell {cell} was stopped: it took too long.",
    "flood": "Cell {cell} was stopped: it printed without end.",
    "left out": "Cell {cell} printed too much: the rest of it was left out.",
    "plain time": "Time ran out before cell {cell}: from there on only tests were run.",
    "test time": "Time ran out before the test {cell}: it and later ones were not run.",
    "given cell": "The lab's own cell {cell} failed, so that tests may lack what it makes.",
    "malformed": "What came back for {cell} is no data that an honest answer gives: look at the code.",
    "too much": "The judge ran out of time or memory on what came back for {cell}: look at the code.",
    "error": "What came back for {cell} could not be judged; the test counts as failed.",
    "older marks": "The gradebook still holds the marks of an earlier hand-in of this student; they were left"
    " as they are.",
}


def words(reason: Reason) -> str:
    """Return a reason as a sentence."""
    return WORDS[reason.kind].format(cell=reason.cell, detail=reason.detail)


def sentence(text: str) -> str:
    """Return a note as a sentence."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
