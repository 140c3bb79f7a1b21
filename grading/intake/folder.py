"""Hand-ins in a folder: nbgrader's ``submitted/STUDENT/LAB/``, or a platform's download that was unpacked."""

import os
import stat
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from grading.intake.names import shown
from grading.intake.submissions import LITTER, Item, Limits, Offer, Offers, Refused, sort_out

PACKED = (".ipynb", ".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")


def from_folder(source: Path, lab: str, limits: Limits) -> list[Offer]:
    """Return the hand-ins of one lab in nbgrader's ``submitted/`` (or in an unpacked platform download)."""
    offers = Offers()
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        top, place = Path(entry.path), sort_out((entry.name,), lab)
        if entry.is_symlink():
            offers.of(entry.name, str(top)).problem = Refused("link", cell="the student's folder")
        elif entry.is_dir(follow_symlinks=False):
            if place is not None and not place.path:  # Moodle's download, unpacked
                walk(top, (), offers.of(place.who, str(top), place.number, place.platform), limits)
            elif os.path.lexists(top / lab):
                offer = offers.of(entry.name, str(top / lab))
                mode = (top / lab).lstat().st_mode
                if stat.S_ISDIR(mode):
                    walk(top / lab, (), offer, limits)
                else:
                    offer.problem = Refused("link" if stat.S_ISLNK(mode) else "folder", cell=lab)
            elif entry.name not in LITTER and not entry.name.startswith("."):
                offers.of(entry.name, str(top)).problem = Refused("no hand-in", lab)
        elif place is not None:
            offer = offers.of(place.who, str(top), place.number, place.platform)
            offer.items.append(file_item(top, place.path, place.attempt, place.late))
        elif top.suffix.lower() in PACKED or not entry.is_file(follow_symlinks=False):
            offers.of(entry.name, str(top)).problem = Refused("alone", lab)
    return list(offers.values())


def walk(folder: Path, path: tuple[str, ...], offer: Offer, limits: Limits) -> None:
    """List the files below a folder, those at the top first, following nothing and no more than allowed."""
    try:
        with os.scandir(folder) as entries:
            some = list(islice(entries, limits.listed + 1))  # a folder may hold a million
    except OSError as error:
        offer.problem = Refused("unread", error.strerror)
        return
    for entry in sorted(some, key=lambda entry: (entry.is_dir(follow_symlinks=False), entry.name)):
        offer.seen += 1
        if offer.seen > limits.listed:
            if offer.seen == limits.listed + 1:
                offer.notes.append(f"only the first {limits.listed:,} files and folders were looked at")
            return
        below, is_folder = (*path, entry.name), entry.is_dir(follow_symlinks=False)
        if entry.name in LITTER and (is_folder or entry.is_file(follow_symlinks=False)):
            continue
        if not is_folder:
            offer.items.append(file_item(Path(entry.path), below))
        elif len(path) < limits.depth:
            walk(Path(entry.path), below, offer, limits)
        else:
            offer.items.append(Item(below, 0, bytes, problem=Refused("nested", limits.depth)))


def file_item(file: Path, path: tuple[str, ...], attempt: int = 0, late: bool | None = None) -> Item:
    """Return an item for a file on disk; only plain files can be opened."""
    info, problem = file.lstat(), None
    if not stat.S_ISREG(info.st_mode):
        problem = Refused("link" if stat.S_ISLNK(info.st_mode) else "special", cell=shown(file.name))

    def opened() -> BinaryIO:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Refused("special", cell=shown(file.name))
        return os.fdopen(handle, "rb")

    return Item(path, info.st_size, opened, (attempt, info.st_mtime, 0), problem, late, str(file))
