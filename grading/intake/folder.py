"""Hand-ins in a folder: nbgrader's ``submitted/STUDENT/LAB/``, or a platform's download that was unpacked."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grading.intake.names import shown
from grading.intake.submissions import LITTER, Collector, Item, Limits, Offer, sort_out

PACKED = (".ipynb", ".zip", ".7z", ".rar", ".tar", ".gz", ".tgz")


def from_folder(source: Path, lab: str, limits: Limits) -> list[Offer]:
    """Return the hand-ins of one lab in nbgrader's ``submitted/`` (or in an unpacked platform download)."""
    offers = Collector(fold=False)
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        top, place = Path(entry.path), sort_out((entry.name,), lab)
        if entry.is_symlink():
            offers.get(
                entry.name, str(top)
            ).problem = "the student's folder is a symbolic link: it was not followed"
        elif entry.is_dir(follow_symlinks=False):
            if (
                place is not None and not place.path and not os.path.lexists(top / lab)
            ):  # Moodle's download, unpacked
                offer = offers.get(place.who, str(top), platform=True)
                walk(top, (), offer, limits)
            elif os.path.lexists(top / lab):
                offer = offers.get(entry.name, str(top / lab))
                mode = (top / lab).lstat().st_mode
                if stat.S_ISDIR(mode):
                    walk(top / lab, (), offer, limits)
                else:
                    what = "a symbolic link: it was not followed" if stat.S_ISLNK(mode) else "not a folder"
                    offer.problem = f"{lab} is {what}"
            elif entry.name not in LITTER and not entry.name.startswith("."):
                offers.get(entry.name, str(top)).problem = f"no hand-in of {lab}"
        elif place is not None:
            offer = offers.get(place.who, str(top), platform=True)
            offer.items.append(file_item(top, place.path, place.attempt, place.late))
        elif top.suffix.lower() in PACKED or not entry.is_file(follow_symlinks=False):
            offers.get(
                entry.name, str(top)
            ).problem = f"a file on its own: expected a folder {lab} in a folder with the student's name"
    return offers.all()


def walk(folder: Path, path: tuple[str, ...], offer: Offer, limits: Limits) -> None:
    """List the files below a folder, following nothing and stopping soon after the limits are passed."""
    if len(path) > limits.depth:
        offer.problem = f"folders nested more than {limits.depth} deep"
        return
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries_up_to(entries, limits.student_files), key=lambda entry: entry.name):
                offer.seen += 1
                if offer.seen > 2 * limits.student_files:  # empty folders count too
                    offer.problem = offer.problem or f"more than {limits.student_files} files"
                if len(offer.items) > limits.student_files or offer.problem:
                    return
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in LITTER:
                        walk(Path(entry.path), (*path, entry.name), offer, limits)
                elif entry.name not in LITTER or not entry.is_file(follow_symlinks=False):
                    offer.items.append(file_item(Path(entry.path), (*path, entry.name)))
    except OSError as error:
        offer.problem = f"a folder could not be read ({error.strerror})"


def entries_up_to(entries: Iterator[os.DirEntry], most: int) -> list[os.DirEntry]:
    """Return at most one entry more than are looked at: a folder may hold a million."""
    return [entry for entry, _ in zip(entries, range(2 * most + 1), strict=False)]


def file_item(file: Path, path: tuple[str, ...], attempt: int = 0, late: bool | None = None) -> Item:
    """Return an item for a file on disk; only plain files can be opened."""
    info = file.lstat()
    problem = ""
    if stat.S_ISLNK(info.st_mode):
        problem = f"{shown(file.name)} is a symbolic link: it was not followed"
    elif not stat.S_ISREG(info.st_mode):
        problem = f"{shown(file.name)} is not a plain file (a pipe, socket or device): it was not opened"

    def opened() -> BinaryIO:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(f"{shown(file.name)} is not a plain file any more")
        return os.fdopen(handle, "rb")

    return Item(path, info.st_size, opened, (attempt, info.st_mtime, 0), problem, late)
