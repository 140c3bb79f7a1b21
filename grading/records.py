"""The records that a hand-in passes through: each holds what its step found, and none repeats another's.

A reason is data and is put into words once, where people read it (`grading.words`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

METADATA = "grading"  # cell.metadata.grading: {"verdict": "passed", "hint": "", "outside": "yes"}
JUDGED = "Failed"  # name of the error by which nbgrader counts a judge's verdict
PARTS = {  # of the seconds that a hand-in takes
    "start": "start of kernels (in it TensorFlow's import, once for each worker)",
    "import": "import (the set-up cell)",
    "cells": "other cells",
    "tests": "tests, the hand-in's part",
    "judging": "tests, the judge's part",
    "rest": "rest of the run",
    "results": "marks, feedback and files",
}
STATUSES = ("graded", "review", "crashed", "rejected")


@dataclass(frozen=True)
class Reason:
    """Why something is as it is: ``kind`` names the sentence, ``cell`` and ``detail`` stand in it."""

    kind: str
    cell: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Person:
    """One line of the roster: the student's key everywhere, and what platforms call them."""

    student: str
    name: str = ""
    email: str = ""
    ids: dict[str, str] = field(default_factory=dict, hash=False)
    group: str = ""


@dataclass
class HandIn:
    """One student's hand-in of one lab."""

    student: str  # by the roster, else the folder's or the platform's name; safe in paths, pages, tables
    status: str  # "accepted" or "rejected"
    original: str  # the notebook that counts: a path, or ``ZIP!path``; as near as known if rejected
    why: Reason | None = None  # why it was rejected, and the same in words
    reason: str = ""
    notes: list[str] = field(default_factory=list)  # what was mended or left out; no sign of anything wrong
    folder: Path | None = None  # the private copy, ``INTO/submitted/STUDENT/LAB``, and the notebook in it
    notebook: Path | None = None
    digest: str = ""  # SHA-256 of all that was accepted, as handed in
    timestamp: datetime | None = None  # as nbgrader reads it: UTC without a time zone
    late: bool | None = None  # what Canvas says of the attempt that counts; None where nothing is said
    earlier: list[Path] = field(default_factory=list)  # earlier attempts, in ``INTO/earlier/STUDENT``
    person: Person | None = None  # who it is, if they are on a roster
    members: tuple[str, ...] = ()  # who gets the marks of a group's hand-in; each has a `HandIn`

    def others(self) -> list[Path]:
        """Return the files of the private copy beside the notebook."""
        return [path for path in sorted(self.folder.rglob("*")) if path.is_file() and path != self.notebook]


@dataclass
class Ran:
    """What came of running a hand-in."""

    status: str = "graded"  # or "review" (a person must look first) or "crashed"
    reasons: list[Reason] = field(default_factory=list)  # what an instructor should know
    tests: dict[str, str] = field(default_factory=dict)  # {test cell: "passed", "failed" or "not run"}
    seed: int = 0  # what the tests' inputs were drawn from; the same seed draws the same inputs again
    in_process: list[str] = field(default_factory=list)  # tests run beside the answers, without a judge
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PARTS, 0.0))  # wall-clock
    hints: dict[str, str] = field(default_factory=dict)  # {test cell that was failed: what the judge said}


@dataclass
class Result:
    """What became of one hand-in of one lab."""

    student: str
    lab: str
    status: str  # one of `STATUSES`
    score: float | None  # automatic points; None unless the status is graded or review
    max_score: float
    ran: Ran = field(default_factory=Ran)
    notes: list[str] = field(default_factory=list)  # intake's, in words
    late_seconds: float = 0.0  # by nbgrader's timestamps; 0 when in time or without a due date
    late: bool | None = None  # what the platform says
    original: str = ""  # where the hand-in was found

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"A status is one of {', '.join(STATUSES)}, not {self.status!r}.")
        if (self.score is not None) != (self.status in ("graded", "review")):
            raise ValueError(f"A {self.status} hand-in cannot have the score {self.score}.")
