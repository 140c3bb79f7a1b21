"""Reasons in words: the one place where what intake or a run noted becomes what people read."""

from grading.records import Reason

AGAIN = ": save it again in Jupyter"
LOST = "The kernel was lost in cell {cell}: "
WORDS = {
    # Why a hand-in was not taken: clauses.
    "alone": "a file on its own: expected a folder {detail} in a folder with the student's name",
    "another lab": "the notebook is not of this lab: few or none of the lab's answers and tests are in it",
    "cell": "cell {cell} of the notebook is damaged: it has no readable type or text",
    "characters": "the cells hold {detail} characters are read",
    "copying": "could not be read or copied ({detail})",
    "count": "the notebook has {detail} are read",
    "cut off": "the notebook is cut off: no valid JSON at line {detail}",
    "damaged": "the notebook is damaged: no valid JSON at line {detail}",
    "empty": "the notebook is an empty file",
    "encrypted": "{cell} is encrypted",
    "entries": "{cell} has {detail}",
    "folder": "{cell} is not a folder",
    "format": "the notebook has format {detail}, newer than this course's Jupyter can read: save it as 4",
    "large": "{cell} is too large: {detail}",
    "leaves": "a path that leaves the folder: {cell}",
    "link": "{cell} is a symbolic link: it was not followed",
    "marks lost": "the marks and ids of the cells are lost and none of the lab's tests is there, or it is"
    " another lab: copy the answers into a fresh copy of the lab",
    "namesakes": "{detail} people on the roster are called {cell}: give each an id of the platform there",
    "nested": "folders nested more than {detail} deep",
    "nesting": "the notebook's JSON is nested too deeply or holds numbers without end",
    "no cells": "the file is not a Jupyter notebook, or one without cells",
    "no hand-in": "no hand-in of {detail}",
    "no notebook": "no notebook was handed in{detail}",
    "no version": "the file is not a Jupyter notebook (no nbformat version in it)",
    "none named": "{detail} notebooks, and none is called {cell}: rename the right one",
    "old format": "the notebook has the old format {detail}: open and save it in Jupyter",
    "overlap": "{cell} lies over another file of the zip: not unpacked",
    "ratio": "{cell} unpacks to {detail}: not unpacked",
    "same name": "{detail} notebooks are called {cell}: hand in one",
    "special": "{cell} is not a plain file (a pipe, socket or device): it was not opened",
    "stranger": "no hand-in of {detail}: the name fits neither a download of Moodle or Canvas,"
    " nor STUDENT/{detail}",
    "twice": "{cell} handed in more than once here ({detail}): leave one, or mend the roster",
    "unread": "a folder could not be read ({detail})",
    "utf-16": "the notebook is not stored as UTF-8 text (it looks like UTF-16)" + AGAIN,
    "utf-8": "the notebook is not stored as UTF-8 text (byte {detail})" + AGAIN,
    "wrong name": "wrong name: rename {detail} to {cell}",
    "zip": "damaged in the zip ({detail})",
    # What a run noted: sentences.
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
    """Return a reason in plain text: intake's as a clause without a full stop."""
    return WORDS[reason.kind].format(cell=reason.cell, detail=reason.detail)


def sentence(text: str) -> str:
    """Return a note as a sentence."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
