"""Which of a student's files count, and how they are read: never more than allowed."""

import hashlib
import re
import unicodedata
from pathlib import Path

from grading.intake.names import safe_name, shown
from grading.intake.notebook import Refused
from grading.intake.submissions import Item, Limits, Offer

# What platforms, browsers and Jupyter put behind a name that is there already.
COPY = (
    r"(?:[-_ ](?P<a>\d{1,3})| ?\((?P<b>\d{1,3})\)|[- ]+Copy ?(?P<c>\d{0,3})"
    r"|-[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4})?"
)
CHUNK = 1 << 20


def check_files(offer: Offer, limits: Limits) -> None:
    """Refuse an offer for what its files are, before any is opened."""
    problem = offer.problem or next((item.problem for item in offer.items if item.problem), "")
    if problem:
        raise Refused(problem)
    if len(offer.items) > limits.student_files:
        raise Refused(f"more than {limits.student_files} files")
    for item in offer.items:
        if item.name.lower().endswith(".ipynb") and item.size > limits.notebook_bytes:
            raise Refused(size_reason(item.name, item.size, limits.notebook_bytes, "clear its outputs"))
        if item.size > limits.file_bytes:
            raise Refused(size_reason(item.name, item.size, limits.file_bytes, "leave it out"))
    if (total := sum(item.size for item in offer.items)) > limits.student_bytes:
        raise Refused(
            f"the files have {total / 1e6:,.0f} MB together; at most {limits.student_bytes / 1e6:,.0f} MB"
        )


def size_reason(name: str, size: int, most: int, hint: str) -> str:
    """Return the reason why a file is refused for its size, in bytes."""
    return f"{shown(name)} is too large: {size / 1e6:,.1f} MB, at most {most / 1e6:,.1f} MB ({hint})"


def choose(offer: Offer, lab: str) -> tuple[Item, list[Item]]:
    """Return the notebook that counts, and from a platform the other attempts, oldest first."""
    notebooks = [item for item in offer.items if item.name.lower().endswith(".ipynb")]
    if not notebooks:
        packed = [
            item.name for item in offer.items if item.name.lower().endswith((".zip", ".gz", ".7z", ".rar"))
        ]
        more = f"; {shown(packed[0])} was not opened: hand in the notebook itself" if packed else ""
        raise Refused(f"no notebook was handed in{more}")
    if offer.platform:
        pattern = re.compile(re.escape(lab) + COPY + r"\.ipynb", re.IGNORECASE)
        named = []
        for item in notebooks:
            if match := pattern.fullmatch(unicodedata.normalize("NFC", item.name)):
                named.append(
                    (
                        *item.order[:-1],
                        int(match["a"] or match["b"] or match["c"] or 0),
                        *item.order[-1:],
                        item,
                    )
                )
        if named:
            ordered = [entry[-1] for entry in sorted(named, key=lambda entry: entry[:-1])]
            return ordered[-1], ordered[:-1]
    else:
        named = [item for item in notebooks if item.path[-1] == f"{lab}.ipynb"]
        nearest = [item for item in named if len(item.path) == min(len(other.path) for other in named)]
        if nearest and len({item.path for item in nearest}) == 1:
            return max(nearest, key=lambda item: item.order), []
        if nearest:
            raise Refused(f"{len(nearest)} notebooks are called {lab}.ipynb: hand in one")
    if len(notebooks) > 1:
        raise Refused(f"{len(notebooks)} notebooks, and none is called {lab}.ipynb: rename the right one")
    raise Refused(f"wrong name: rename {shown(notebooks[0].name)} to {lab}.ipynb")


def is_extra(item: Item, limits: Limits) -> bool:
    """Return whether a file goes with the notebook: of a known kind, under a plain name."""
    plain = all(safe_name(part) == part for part in item.path)
    return plain and item.name.lower().endswith(limits.extras) and not item.path[0].endswith(".ipynb")


def extras(offer: Offer, lab: str, limits: Limits) -> dict[tuple[str, ...], Item]:
    """Return the files that go with the notebook, by path; of several of one path, the latest.

    From Canvas a repeated ``samples.npz`` comes as ``samples-1.npz``: it is there under both names.
    """
    files: dict[tuple[str, ...], Item] = {}
    found = sorted((item for item in offer.items if is_extra(item, limits)), key=lambda item: item.order)
    for item in found:
        files[item.path] = item
    if offer.platform:
        for item in found:
            if match := re.fullmatch(r"(.+)-\d{1,2}(\.\w+)", item.name):
                path = (*item.path[:-1], match[1] + match[2])
                if path not in files or files[path].order < item.order:
                    files[path] = item
        files.pop(("timestamp.txt",), None)  # nbgrader's own file, and no student's
    folders = {path[:i] for path in files for i in range(1, len(path))}
    return {path: item for path, item in files.items() if path not in folders}


def read(item: Item, most: int) -> bytes:
    """Return a file's content, never more than allowed, whatever its size was said to be."""
    with item.open() as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise Refused(size_reason(item.name, len(content), most, "it grew while it was read"))
    return content


def copied(item: Item, target: Path, most: int) -> bytes:
    """Copy a file in parts, never more than allowed, and return its SHA-256."""
    digest, left = hashlib.sha256(), most
    with item.open() as file, open(target, "xb") as copy:
        while part := file.read(CHUNK):
            left -= len(part)
            if left < 0:
                raise Refused(size_reason(item.name, most - left, most, "leave it out"))
            digest.update(part)
            copy.write(part)
    return digest.digest()
