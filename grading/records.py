"""The records that a hand-in passes through: each holds what its step found, and none repeats another's.

A reason is data and is put into words once, where people read it (`grading.results.words`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

METADATA = "grading"  # cell.metadata.grading: {"verdict": "passed", "hint": "", "outside": "yes"}
JUDGED = "Failed"  # name of the error by which nbgrader counts a judge's verdict
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
    """One student's hand-in of one lab.

    Attributes
    ----------
    student
        From the roster; without one the folder's name, or the name and number a platform gives. Safe in
        paths, pages, tables.
    status
        ``"accepted"`` or ``"rejected"``.
    original
        Where the notebook that counts was found: a path, or ``ZIP!path``; as near as known if rejected.
    why, reason
        Why it was rejected, as data and in words; None and empty if accepted.
    notes
        What was mended or left out; plain text, and no sign of anything wrong.
    folder, notebook
        The private copy (``INTO/submitted/STUDENT/LAB``) and the notebook in it.
    digest
        SHA-256 of all that was accepted (as handed in, not as rebuilt): unchanged if nothing was changed.
    timestamp
        From ``timestamp.txt``, as nbgrader reads it: UTC without a time zone.
    late
        What Canvas says of the attempt that counts; None where the source does not say.
    earlier
        Earlier attempts, as handed in, in ``INTO/earlier/STUDENT``.
    person
        Who it is, by the roster; None without one, or if they are not on it.
    members
        Of a group's hand-in, the students who get its marks; each has a `HandIn`.
    """

    student: str
    status: str
    original: str
    why: Reason | None = None
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    folder: Path | None = None
    notebook: Path | None = None
    digest: str = ""
    timestamp: datetime | None = None
    late: bool | None = None
    earlier: list[Path] = field(default_factory=list)
    person: Person | None = None
    members: tuple[str, ...] = ()


@dataclass
class Ran:
    """What came of running a hand-in.

    Attributes
    ----------
    status
        ``"graded"``, ``"review"`` (what came back was no honest data) or ``"crashed"``.
    reasons
        What an instructor should know; none for most hand-ins.
    tests
        ``{test cell: "passed", "failed" or "not run"}``.
    seed
        What the tests' inputs were drawn from; the same seed draws the same inputs again.
    in_process
        Test cells that were run beside the answers, since they are not written for a judge.
    seconds
        ``{"start": , "import": , "compute": , "rest": }``, wall-clock; import is the first code cell.
    """

    status: str = "graded"
    reasons: list[Reason] = field(default_factory=list)
    tests: dict[str, str] = field(default_factory=dict)
    seed: int = 0
    in_process: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass
class Result:
    """What became of one hand-in of one lab.

    Attributes
    ----------
    student, lab
        Names of the folders.
    status
        One of `STATUSES`.
    score, max_score
        Automatic points; ``score`` is None unless the status is graded or review.
    ran
        What came of running it; of one that was not run, what is known.
    notes
        What intake noted, in words.
    late_seconds
        How late, by nbgrader's timestamps; 0 when in time or without a due date.
    late
        What the platform says of lateness; None where it says nothing.
    original
        Where the hand-in was found.
    """

    student: str
    lab: str
    status: str
    score: float | None
    max_score: float
    ran: Ran = field(default_factory=Ran)
    notes: list[str] = field(default_factory=list)
    late_seconds: float = 0.0
    late: bool | None = None
    original: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"A status is one of {', '.join(STATUSES)}, not {self.status!r}.")
        if (self.score is not None) != (self.status in ("graded", "review")):
            raise ValueError(f"A {self.status} hand-in cannot have the score {self.score}.")
