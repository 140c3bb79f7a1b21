"""What was handed in by whom: the students' offers, and which student a path of a download belongs to.

Nothing is unpacked or judged here. File-name patterns, from the platforms' own sources
(``mod/assign/classes/downloader.php`` of Moodle, ``lib/content_zipper.rb`` of Canvas):

- Moodle, with folders: ``Full Name_123456_assignsubmission_file/any/folder/file`` (older: ``..._file_/``);
- Moodle, without: ``Full Name_123456_assignsubmission_file_file``;
- Canvas: ``lastfirst_[LATE_]userid_attachmentid_file``, ``[LATE_]anon_key_attachmentid_file``; a repeated
  file name gets ``-1``, ``-2`` before its ending, and a later upload a higher attachment id.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from grading.intake.names import safe_name, shown

MOODLE = re.compile(r"(?P<who>.+?)_assignsubmission_[a-z]+(?:_(?P<file>.*))?", re.DOTALL)
CANVAS = re.compile(r"(?P<who>.+?)_(?P<late>LATE_)?(?P<user>\d+)_(?P<attempt>\d+)_(?P<file>.+)", re.DOTALL)
CANVAS_ANONYMOUS = re.compile(
    r"(?P<late>LATE_)?(?P<who>anon)_(?P<user>[0-9A-Za-z]+)_(?P<attempt>\d+)_(?P<file>.+)", re.DOTALL
)
CANVAS_TEXT = re.compile(
    r"(?P<who>.+?)_(?P<late>LATE_)?(?P<user>\d+)_(?P<file>(?:text|link)\.html)", re.DOTALL
)
LITTER = {".ipynb_checkpoints", "__pycache__", "__MACOSX", ".git", ".DS_Store", "Thumbs.db", "desktop.ini"}


class IntakeError(Exception):
    """The whole source cannot be used; the message says why."""


@dataclass(frozen=True)
class Limits:
    """What a hand-in may hold. Sizes in bytes, unpacked; ``characters`` of all cells without outputs."""

    notebook_bytes: int = 16_000_000
    file_bytes: int = 50_000_000
    student_bytes: int = 100_000_000
    student_files: int = 200
    depth: int = 8
    cells: int = 2000
    characters: int = 1_000_000
    zip_entries: int = 100_000
    zip_ratio: int = 300  # of one file, where it unpacks to more than a megabyte
    extras: tuple[str, ...] = (".npz", ".npy", ".csv", ".txt", ".png", ".jpg", ".jpeg")


@dataclass
class Item:
    """One file handed in: its path below the hand-in, size, order among attempts, and how to open it."""

    path: tuple[str, ...]
    size: int
    open: Callable[[], BinaryIO]
    order: tuple = ()
    problem: str = ""
    late: bool | None = None

    @property
    def name(self) -> str:
        return self.path[-1]


@dataclass
class Offer:
    """All that one student handed in, unread."""

    student: str
    original: str
    platform: bool = False
    problem: str = ""
    items: list[Item] = field(default_factory=list)
    seen: int = 0  # files and folders, while they are listed


@dataclass(frozen=True)
class Place:
    """Where a path of a platform's download belongs."""

    who: str
    path: tuple[str, ...]
    late: bool | None = None
    attempt: int = 0
    platform: bool = True
    above: tuple[str, ...] = ()


def sort_out(parts: tuple[str, ...], lab: str) -> Place | None:
    """Return the student and the file that a path stands for, or None if it fits no pattern.

    The first match from the left counts: what students choose themselves stands to the right of it.
    """
    for i, part in enumerate(parts):
        if match := MOODLE.fullmatch(part):
            rest = parts[i + 1 :] or ((match["file"],) if match["file"] else ())
            return Place(match["who"], rest, above=parts[:i])
    if lab in parts[1:]:
        i = parts.index(lab, 1)
        return Place(parts[i - 1], parts[i + 1 :], platform=False, above=parts[: i - 1])
    for pattern in (CANVAS_ANONYMOUS, CANVAS, CANVAS_TEXT):
        if match := pattern.fullmatch(parts[-1]):
            attempt = int(match.groupdict().get("attempt", "0")[-18:])
            who = f"{match['who']}_{match['user']}"
            return Place(who, (match["file"],), bool(match["late"]), attempt, above=parts[:-1])
    return None


class Collector:
    """Gathers offers by student.

    Parameters
    ----------
    fold : bool
        Whether names get to differ in more than case, as those from a zip must.
    """

    def __init__(self, fold: bool) -> None:
        self.fold = fold
        self.offers: dict[str, Offer] = {}
        self.taken: set[str] = set()
        self.used: set[str] = set()

    def get(self, who: str, original: str, platform: bool = False) -> Offer:
        """Return the offer of a student, made when first asked for."""
        if who not in self.offers:
            name = safe_name(who, self.taken)
            if name in self.used:  # somebody is called what this name was changed to
                name = safe_name(who, {*self.taken, name.casefold()})
            self.used.add(name)
            if self.fold:
                self.taken.add(name.casefold())
            self.offers[who] = Offer(name, shown(original, 300), platform)
        return self.offers[who]

    def all(self) -> list[Offer]:
        return sorted(self.offers.values(), key=lambda offer: offer.student)
