"""What was handed in by whom: the students' offers, and which student a path of a download belongs to.

File-name patterns (``mod/assign/classes/downloader.php`` of Moodle, ``lib/content_zipper.rb`` of Canvas):

- Moodle, with folders: ``Full Name_123456_assignsubmission_file/any/folder/file`` (older: ``..._file_/``);
- Moodle, without: ``Full Name_123456_assignsubmission_file_file``; of a group, ``Group_assignsubmission...``;
- Canvas: ``lastfirst_[LATE_]userid_attachmentid_file``, ``[LATE_]anon_key_attachmentid_file``; a repeated
  file name gets ``-1``, ``-2`` before its ending, and a later upload a higher attachment id.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from grading.intake.names import shown
from grading.records import Person, Reason
from grading.words import words

MOODLE = re.compile(r"(?P<who>.+?)(?:_(?P<user>\d+))?_assignsubmission_[a-z]+(?:_(?P<file>.*))?", re.DOTALL)
CANVAS = re.compile(r"(?P<who>.+?)_(?P<late>LATE_)?(?P<user>\d+)_(?P<attempt>\d+)_(?P<file>.+)", re.DOTALL)
CANVAS_ANONYMOUS = re.compile(
    r"(?P<late>LATE_)?(?P<who>anon)_(?P<user>[0-9A-Za-z]+)_(?P<attempt>\d+)_(?P<file>.+)", re.DOTALL
)
CANVAS_TEXT = re.compile(r"(?P<who>.+?)_(?P<late>LATE_)?(?P<user>\d+)_(?P<file>(text|link)\.html)", re.DOTALL)
LITTER = {".ipynb_checkpoints", "__pycache__", "__MACOSX", ".git", ".DS_Store", "Thumbs.db", "desktop.ini"}


class IntakeError(Exception):
    """The whole source cannot be used; the message says why."""


class Refused(Exception):
    """A hand-in, or one of its files, that cannot be graded; ``reason`` says why."""

    def __init__(self, kind: str, detail: object = "", cell: str = "") -> None:
        self.reason = Reason(kind, cell, str(detail))
        super().__init__(words(self.reason))


@dataclass(frozen=True)
class Limits:
    """What a hand-in may hold, in bytes, unpacked; more or larger files beside the notebook are left out."""

    notebook_bytes: int = 25_000_000
    file_bytes: int = 50_000_000
    student_bytes: int = 100_000_000
    student_files: int = 200
    listed: int = 5_000  # files and folders that are looked at
    depth: int = 8
    cells: int = 2000
    characters: int = 1_000_000
    zip_entries: int = 100_000
    zip_ratio: int = 300  # of one file, where it unpacks to more than a megabyte
    # Those first named are kept first.
    extras: tuple[str, ...] = (".npz", ".npy", ".csv", ".txt", ".py", ".png", ".jpg", ".jpeg")


@dataclass
class Item:
    """One file handed in: its path below the hand-in, size, how to open it, order, and path in the source."""

    path: tuple[str, ...]
    size: int
    open: Callable[[], BinaryIO]
    order: tuple = ()
    problem: Refused | None = None
    late: bool | None = None
    origin: str = ""

    @property
    def name(self) -> str:
        return self.path[-1]


@dataclass
class Offer:
    """All that a student or group handed in, unread; ``who``, ``number``: what the source calls them."""

    who: str
    original: str
    number: str = ""
    platform: str = ""
    problem: Refused | None = None
    items: list[Item] = field(default_factory=list)
    seen: int = 0  # files and folders, while they are listed
    notes: list[str] = field(default_factory=list)
    student: str = ""
    person: Person | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a path of a platform's download belongs; ``number`` is what the platform puts behind a name."""

    who: str
    path: tuple[str, ...]
    late: bool | None = None
    attempt: int = 0
    platform: str = ""
    number: str = ""
    above: tuple[str, ...] = ()


def sort_out(parts: tuple[str, ...], lab: str) -> Place | None:
    """Return whose and which file a path stands for, or None; students choose what is to the right."""
    for i, part in enumerate(parts):
        if match := MOODLE.fullmatch(part):
            rest = parts[i + 1 :] or ((match["file"],) if match["file"] else ())
            return Place(match["who"], rest, platform="moodle", number=match["user"] or "", above=parts[:i])
    if lab in parts[1:]:
        i = parts.index(lab, 1)
        return Place(parts[i - 1], parts[i + 1 :], above=parts[: i - 1])
    for pattern in (CANVAS_ANONYMOUS, CANVAS, CANVAS_TEXT):
        if match := pattern.fullmatch(parts[-1]):
            attempt = int(match.groupdict().get("attempt", "0")[-18:])
            late = bool(match["late"])
            return Place(match["who"], (match["file"],), late, attempt, "canvas", match["user"], parts[:-1])
    return None


class Offers(dict):
    """Offers by what the source calls a student: name, number and platform."""

    def of(self, who: str, original: str, number: str = "", platform: str = "") -> Offer:
        """Return the offer of a student, made when first asked for."""
        return self.setdefault((who, number, platform), Offer(who, shown(original, 300), number, platform))
