"""Hand-ins in a zip: a download of Moodle or Canvas, or nbgrader's ``STUDENT/LAB/`` packed by hand."""

import re
import stat
import unicodedata
import zipfile
from pathlib import Path

from grading.intake.names import shown
from grading.intake.submissions import LITTER, Collector, IntakeError, Item, Limits, Offer, Place, sort_out

LEAVES = "a path that leaves the folder: {}"
STRANGER = "no hand-in of {lab}: the name fits neither a download of Moodle or Canvas, nor STUDENT/{lab}"


def from_zip(archive: zipfile.ZipFile, source: Path, lab: str, limits: Limits) -> list[Offer]:
    """Return the hand-ins in a zip downloaded from Moodle or Canvas, or made of nbgrader's ``submitted/``."""
    entries = archive.infolist()
    if len(entries) > limits.zip_entries:
        raise IntakeError(
            f"{source.name} has {len(entries):,} entries; at most {limits.zip_entries:,} are read"
        )
    if not entries:
        raise IntakeError(f"{source.name} is an empty zip: download it again")
    offers, strangers, overlapping = Collector(fold=True), {}, overlaps(entries)
    names = [entry_name(info) for info in entries]
    paths = [tuple(part for part in re.split(r"[/\\]+", name) if part not in ("", ".")) for name in names]
    places = [sort_out(parts, lab) if parts else None for parts in paths]
    # What students chose stands below their names, so a name counts only as high up as any does.
    top = min((len(place.above) for place in places if place), default=None)
    for number, (info, name, parts, place) in enumerate(zip(entries, names, paths, places, strict=True)):
        if place is not None and len(place.above) > top:
            place = None
        if not parts or LITTER & set(place.above if place else parts):
            continue
        if name[0] in "/\\" or re.match(r"[A-Za-z]:", name) or ".." in (place.above if place else parts):
            offers.get(name, f"{source}!{shown(name, 200)}").problem = LEAVES.format(shown(name))
        elif info.is_dir() and (place is None or place.path):
            continue
        elif place is None:
            known = top is not None and len(parts) > top + 1
            who = parts[top] if known else parts[-3 if len(parts) > 2 else 0]
            strangers.setdefault(who, f"{source}!{shown(name, 200)}")
        else:
            where = f"{source}!{'/'.join((*place.above, place.who))}"
            offer = offers.get(place.who, where, platform=place.platform)
            if ".." in place.path:
                offer.problem = LEAVES.format(shown(name))
            elif place.path and not info.is_dir() and not LITTER & set(place.path):
                item = zip_item(archive, info, place, number, limits)
                if info.header_offset in overlapping:
                    item.problem = f"{shown(item.name)} lies over another file of the zip: not unpacked"
                offer.items.append(item)
    for who, where in strangers.items():
        if who not in offers.offers:
            offers.get(who, where).problem = STRANGER.format(lab=lab)
    return offers.all()


def overlaps(entries: list[zipfile.ZipInfo]) -> set[int]:
    """Return where entries begin that share bytes with others: so a small zip can hold endless files."""
    found, end, last = set(), 0, -1
    for info in sorted(entries, key=lambda info: info.header_offset):
        if info.header_offset < end:
            found |= {info.header_offset, last}
        last = info.header_offset
        end = max(end, last + 30 + len(info.filename) + info.compress_size)
    return found


def entry_name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name: zips made by Canvas hold UTF-8 without saying so."""
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return unicodedata.normalize("NFC", name)


def zip_item(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, number: int, limits: Limits
) -> Item:
    """Return an item for an entry of a zip."""
    name, mode, problem = shown(place.path[-1]), info.external_attr >> 16, ""
    if stat.S_ISLNK(mode):
        problem = f"{name} is a symbolic link: it was not followed"
    elif stat.S_IFMT(mode) and not stat.S_ISREG(mode):
        problem = f"{name} is not a plain file"
    elif info.flag_bits & 1:
        problem = f"{name} is encrypted"
    elif info.file_size > max(1_000_000, limits.zip_ratio * info.compress_size):
        problem = f"{name} unpacks to {info.file_size:,} bytes from {info.compress_size:,}: not unpacked"
    elif len(place.path) > limits.depth:
        problem = f"folders nested more than {limits.depth} deep"
    order = (place.attempt, info.date_time, number)
    return Item(place.path, info.file_size, lambda: archive.open(info), order, problem, place.late)
