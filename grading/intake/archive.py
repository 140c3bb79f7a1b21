"""Hand-ins in a zip from Moodle or Canvas, or of ``STUDENT/LAB/``; a student's zip in it is opened too."""

import contextlib
import io
import re
import stat
import unicodedata
import zipfile
from functools import partial
from pathlib import Path

from grading.intake.names import shown
from grading.intake.select import is_notebook, read
from grading.intake.submissions import LITTER, IntakeError, Item, Limits, Offer, Offers, Refused, sort_out


def from_zip(archive: zipfile.ZipFile, source: Path, lab: str, limits: Limits) -> list[Offer]:
    """Return the hand-ins in a zip downloaded from Moodle or Canvas, or made of nbgrader's ``submitted/``."""
    try:
        entries = entries_of(archive, source.name, limits)
    except Refused as refused:
        raise IntakeError(str(refused)) from None
    if not entries:
        raise IntakeError(f"{source.name} is an empty zip: download it again")
    offers, strangers = Offers(), {}
    places = [sort_out(parts, lab) if parts else None for _, _, parts, _ in entries]
    # What students chose stands below their names, so a name counts only as high up as any does.
    top = min((len(place.above) for place in places if place), default=None)
    for number, ((info, name, parts, item), place) in enumerate(zip(entries, places, strict=True)):
        if place is not None and len(place.above) > top:
            place = None
        if not parts or LITTER & set(place.above if place else parts):
            continue
        if leaves(name, place.above if place else parts):
            offers.of(name, f"{source}!{shown(name, 200)}").problem = Refused("leaves", cell=shown(name))
        elif info.is_dir() and (place is None or place.path):
            continue
        elif place is None:
            known = top is not None and len(parts) > top + 1
            who = parts[top] if known else parts[-3 if len(parts) > 2 else 0]
            strangers.setdefault(who, f"{source}!{shown(name, 200)}")
        else:
            where = f"{source}!{'/'.join(parts[: len(place.above) + 1])}"
            offer = offers.of(place.who, where, place.number, place.platform)
            if ".." in place.path:
                offer.problem = Refused("leaves", cell=shown(name))
            elif place.path and not info.is_dir() and not LITTER & set(place.path):
                order = (place.attempt, info.date_time, number)
                offer.items.append(item(place.path, order, place.late, f"{source}!{name}"))
    there = {who for who, _, _ in offers}
    for who, where in strangers.items():
        if who not in there:
            offers.of(who, where).problem = Refused("stranger", lab)
    return list(offers.values())


def open_packed(offer: Offer, limits: Limits) -> None:
    """Put the files of a student's own zips in the place of the zips, if no notebook is beside them."""
    if any(is_notebook(item.name) for item in offer.items):
        return
    for packed in [item for item in offer.items if item.name.lower().endswith(".zip") and not item.problem]:
        raw, name = read(packed, limits.file_bytes), shown(packed.name)
        if raw.count(b"PK\1\2") > limits.zip_entries:  # before a million entries are read
            raise Refused("entries", f"over {limits.zip_entries:,} entries", name)
        archive = zipfile.ZipFile(io.BytesIO(raw))
        entries = entries_of(archive, name, limits)
        offer.items.remove(packed)
        for info, name, parts, item in entries:
            if leaves(name, parts):
                raise Refused("leaves", cell=shown(name))
            if parts and not info.is_dir() and not {*LITTER, "timestamp.txt"} & set(parts):
                offer.items.append(item(parts, packed.order, packed.late, packed.origin))
        offer.notes.append(f"{shown(packed.name)} was unpacked")


def entries_of(archive: zipfile.ZipFile, name: str, limits: Limits) -> list[tuple]:
    """Return the entries of a zip, if they are not too many, with name, its parts, and maker of an item."""
    if len(entries := archive.infolist()) > limits.zip_entries:
        raise Refused("entries", f"{len(entries):,} entries; at most {limits.zip_entries:,} are read", name)
    overlapping, end, last = set(), 0, -1  # entries that share bytes: so a small zip can hold endless files
    for info in sorted(entries, key=lambda info: info.header_offset):
        if info.header_offset < end:
            overlapping |= {info.header_offset, last}
        last = info.header_offset
        end = max(end, last + 30 + len(info.filename) + info.compress_size)
    make, found = partial(zip_item, archive, limits, overlapping), []
    for info in entries:
        called = info.filename
        if not info.flag_bits & 0x800:  # zips made by Canvas hold UTF-8 without saying so
            with contextlib.suppress(UnicodeError):
                called = called.encode("cp437").decode("utf-8")
        called = unicodedata.normalize("NFC", called)
        parts = re.split(r"[/\\]+", called)  # as Windows and others write them
        parts = tuple(part for part in parts if part not in ("", "."))
        found.append((info, called, parts, partial(make, info)))
    return found


def leaves(name: str, parts: tuple[str, ...]) -> bool:
    """Return whether a path may lead out of the folder it is unpacked in."""
    return name[:1] in ("/", "\\") or bool(re.match(r"[A-Za-z]:", name)) or ".." in parts


def zip_item(
    archive: zipfile.ZipFile, limits: Limits, overlapping: set[int], info: zipfile.ZipInfo, path: tuple, *more
) -> Item:
    """Return an item for an entry of a zip; ``more`` are its order, lateness and path in the source."""
    order, late, origin = more
    mode, ratio = info.external_attr >> 16, f"{info.file_size:,} bytes from {info.compress_size:,}"
    checks = (
        (stat.S_ISLNK(mode), "link", ""),
        (stat.S_IFMT(mode) and not stat.S_ISREG(mode), "special", ""),
        (info.flag_bits & 1, "encrypted", ""),
        (info.header_offset in overlapping, "overlap", ""),
        (info.file_size > max(1_000_000, limits.zip_ratio * info.compress_size), "ratio", ratio),
        (len(path) > limits.depth, "nested", limits.depth),
    )
    problem = next((Refused(kind, told, shown(path[-1])) for wrong, kind, told in checks if wrong), None)
    return Item(path, info.file_size, lambda: archive.open(info), order, problem, late, origin)
