"""Which of a student's files count, and how they are read: never more than allowed."""

import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path

from grading.intake.names import plain_name, safe_name, shown
from grading.intake.submissions import Item, Limits, Offer, Refused

MILD = ("ratio", "nested")  # such a file is left out; with any other problem nothing is taken


def check_files(offer: Offer) -> None:
    """Refuse an offer for what its files are, before any is opened."""
    problems = [item.problem for item in offer.items if item.problem and item.problem.reason.kind not in MILD]
    for problem in (offer.problem, *problems):
        if problem:
            raise problem


def too_large(item: Item, size: int, most: int, hint: str) -> Refused:
    """Return the reason why a file is refused for its size, in bytes."""
    return Refused("large", f"{size / 1e6:,.1f} MB, at most {most / 1e6:,.1f} MB ({hint})", shown(item.name))


def is_notebook(name: str) -> bool:
    """Return whether a file is called as notebooks are, or as browsers call them."""
    return plain_name(name)[0].lower().endswith(".ipynb")


def choose(offer: Offer, lab: str) -> tuple[Item, list[Item]]:
    """Return the notebook that is called as the lab, and a platform's other attempts, oldest first."""
    notebooks, file = [item for item in offer.items if is_notebook(item.name)], f"{lab}.ipynb"
    if not notebooks:
        if problem := next((item.problem for item in offer.items if item.problem), None):
            raise problem
        endings = (".gz", ".7z", ".rar", ".zip")
        packed = next((shown(item.name) for item in offer.items if item.name.lower().endswith(endings)), "")
        raise Refused("no notebook", packed and f"; {packed} was not opened: hand in the notebook itself")
    known = [item for item in notebooks if plain_name(item.name)[0].casefold() == file.casefold()]
    if offer.platform and known:
        ordered = sorted(known, key=lambda item: (*item.order[:-1], plain_name(item.name)[1], item.order[-1]))
        return ordered[-1], ordered[:-1]
    exact = [item for item in known if item.name == file]
    nearest = [item for item in exact if len(item.path) == min(len(other.path) for other in exact)]
    if nearest and len({item.path for item in nearest}) == 1:
        return max(nearest, key=lambda item: item.order), []
    if nearest:
        raise Refused("same name", len(nearest), file)
    if len(notebooks) > 1:
        raise Refused("none named", len(notebooks), file)
    if known:
        return known[0], []
    raise Refused("wrong name", shown(notebooks[0].name), file)


def extras(
    offer: Offer, lab: str, main: Item, attempts: list[Item], limits: Limits
) -> tuple[dict[tuple[str, ...], Item], list[str]]:
    """Return the files that go with the notebook, by their path from it, and notes on those that do not.

    They are plainly named, and no installed module's; ``samples-1.npz`` is there under its plain name too.
    """
    base, found, unused = main.path[:-1], {}, []
    for item in sorted(offer.items, key=lambda item: (item.path[: len(base)] == base, item.order)):
        path = item.path[len(base) :] if item.path[: len(base)] == base else item.path
        own = path != ("timestamp.txt",) or not (offer.platform or item.path != path)  # or nbgrader's file
        if item is main or item in attempts or not own:
            continue
        known = path[-1].lower().endswith(limits.extras) and not is_notebook(path[-1])
        known = known and not path[0].endswith(".ipynb") and all(safe_name(part) == part for part in path)
        top = path[0].partition(".")[0]
        if known and not (path[-1].endswith(".py") and (top in sys.stdlib_module_names or find_spec(top))):
            found[path] = item
        else:
            unused.append(shown(item.name))
    files, left, room = {}, [], limits.student_bytes - main.size

    def rank(path: tuple[str, ...]) -> tuple:
        ours = path[-1].startswith((lab, "timestamp.txt"))
        return not ours, limits.extras.index(Path(path[-1].lower()).suffix), path

    for path in sorted(found, key=rank):
        item = found[path]
        full = len(files) >= limits.student_files or item.size > min(room, limits.file_bytes)
        if item.problem or full:
            left.append(shown(item.name))
        else:
            files[path] = item
            room -= item.size
    for path, item in list(files.items()):
        plain = (*path[:-1], plain_name(item.name)[0])
        if plain != path and item.name.lower().endswith(".npz"):
            older = offer.platform and plain in files and files[plain].order < item.order
            if plain not in files or older:
                files[plain] = item
    folders = {path[:i] for path in files for i in range(1, len(path))}
    most = f"at most {limits.student_files} files, {limits.student_bytes / 1e6:,.0f} MB"
    reasons = {"not used": unused, f"left out ({most}, each {limits.file_bytes / 1e6:,.0f} MB)": left}
    notes = [f"{reason}: {listed(sorted(names))}" for reason, names in reasons.items() if names]
    return {path: item for path, item in files.items() if path not in folders}, notes


def listed(names: list[str], most: int = 5) -> str:
    """Return the first names, and how many more there are."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def read(item: Item, most: int, hint: str = "it grew while it was read") -> bytes:
    """Return a file's content, never more than allowed, whatever its size was said to be."""
    with item.open() as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise too_large(item, len(content), most, hint)
    return content


def copied(item: Item, target: Path, most: int) -> bytes:
    """Copy a file, never more than allowed, and return its SHA-256."""
    with open(target, "xb") as copy:
        copy.write(content := read(item, most, "leave it out"))
    return hashlib.sha256(content).digest()
