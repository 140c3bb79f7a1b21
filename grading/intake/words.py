"""Why a hand-in was not taken: intake's reasons, and the one place where they are put into words."""

from grading.records import Reason

AGAIN = ": save it again in Jupyter"
WORDS = {
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
}


class Refused(Exception):
    """A hand-in, or one of its files, that cannot be graded; ``reason`` says why."""

    def __init__(self, kind: str, detail: object = "", cell: str = "") -> None:
        self.reason = Reason(kind, cell, str(detail))
        super().__init__(words(self.reason))


def words(reason: Reason) -> str:
    """Return a reason as a clause of plain text, without a full stop."""
    return WORDS[reason.kind].format(cell=reason.cell, detail=reason.detail)
