"""Intake: a folder or a zip of hand-ins becomes a list of hand-ins, each accepted or rejected with a reason.

What students handed in is only read. An accepted hand-in has a private copy: the notebook rebuilt from the
lab's release (see `grading.intake.rebuild`), its extra files, and nbgrader's ``timestamp.txt``, laid out as
nbgrader's ``submitted/``. A rejected one has a reason. Notes are for information and no sign of anything
wrong.

Names. In nbgrader's folder the notebook must be called ``LAB.ipynb``; another name is rejected with a reason
that says how to rename it, since the student chose the file. In a platform's zip a name that a platform or a
browser made of it (``LAB-1.ipynb``, ``LAB (1).ipynb``, other case) is as good, and the latest upload counts.
"""

import hashlib
import shutil
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from grading.intake.archive import from_zip
from grading.intake.folder import from_folder
from grading.intake.names import safe_name, shown
from grading.intake.notebook import Refused, read_notebook
from grading.intake.rebuild import rebuild
from grading.intake.select import check_files, choose, copied, extras, is_extra, read
from grading.intake.submissions import IntakeError, Item, Limits, Offer


@dataclass
class HandIn:
    """One student's hand-in of one lab.

    Attributes
    ----------
    student : str
        The folder's name; from a zip, the name and number the platform gives. Safe in paths, pages,
        tables.
    status : str
        ``"accepted"`` or ``"rejected"``.
    reason : str
        Why it was rejected, one sentence of plain text; empty if accepted.
    original : str
        Where it was found: a path, or ``ZIP!path``.
    notes : list of str
        What was mended or left out; plain text.
    folder, notebook : Path or None
        The private copy (``INTO/submitted/STUDENT/LAB``) and the notebook in it.
    digest : str
        SHA-256 of all that was accepted (as handed in, not as rebuilt): unchanged if nothing was changed.
    timestamp : datetime or None
        From ``timestamp.txt``, as nbgrader reads it: UTC without a time zone.
    late : bool or None
        What Canvas says of the attempt that counts; None where the source does not say.
    earlier : list of Path
        Earlier attempts, as handed in, in ``INTO/earlier/STUDENT``.
    """

    student: str
    status: str
    original: str
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    folder: Path | None = None
    notebook: Path | None = None
    digest: str = ""
    timestamp: datetime | None = None
    late: bool | None = None
    earlier: list[Path] = field(default_factory=list)


def gather(
    source: Path, lab: str, release: NotebookNode, into: Path, limits: Limits | None = None
) -> list[HandIn]:
    """Check every hand-in of one lab.

    Parameters
    ----------
    source : Path
        nbgrader's ``submitted/`` (``STUDENT/LAB/``), or a zip downloaded from Moodle or Canvas.
    lab : str
        The lab's name, such as ``"lab01_vanilla_gan"``.
    release : NotebookNode
        The lab as students got it, with nbgrader's grade ids and checksums; never the solved one.
    into : Path
        A folder for the copies: new or empty, and outside of ``source``.
    limits : Limits, optional
        What a hand-in may hold.

    Returns
    -------
    list of HandIn
        One for every student, sorted by name.

    Raises
    ------
    IntakeError
        If the source as a whole cannot be read, or ``into`` is no empty folder.
    """
    source, into, limits = Path(source), Path(into), limits or Limits()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise IntakeError(f"{into} is not an empty folder: name a new one for the checked copies")
    if into.resolve().is_relative_to(source.resolve()):
        raise IntakeError(f"{into} is inside {source}, where nothing may be written")
    into.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        return [check(offer, lab, release, into, limits) for offer in from_folder(source, lab, limits)]
    try:
        with zipfile.ZipFile(source) as archive:
            offers = from_zip(archive, source, lab, limits)
            return [check(offer, lab, release, into, limits) for offer in offers]
    except FileNotFoundError:
        raise IntakeError(
            f"{source} is not there: name nbgrader's submitted folder or a downloaded zip"
        ) from None
    except (zipfile.BadZipFile, UnicodeError, NotImplementedError, OSError) as error:
        raise IntakeError(f"{source} could not be read as a zip ({error}): download it again") from None


def check(offer: Offer, lab: str, release: NotebookNode, into: Path, limits: Limits) -> HandIn:
    """Return one student's hand-in, checked; whatever goes wrong is his reason and nobody else's."""
    hand_in = HandIn(offer.student, "rejected", offer.original)
    folder = into / "submitted" / offer.student / lab
    try:
        accept(offer, hand_in, folder, lab, release, limits)
        hand_in.status = "accepted"
    except Refused as refused:
        hand_in.reason = str(refused)
    except zipfile.BadZipFile as error:
        hand_in.reason = f"damaged in the zip ({shown(error, 100)})"
    except RecursionError:
        hand_in.reason = "the notebook is nested too deeply"
    except Exception as error:
        hand_in.reason = f"could not be read or copied ({type(error).__name__}: {shown(error, 100)})"
    if hand_in.status == "rejected":
        shutil.rmtree(folder.parent, ignore_errors=True)
        hand_in.folder = hand_in.notebook = None
        hand_in.digest = ""
    return hand_in


def accept(
    offer: Offer, hand_in: HandIn, folder: Path, lab: str, release: NotebookNode, limits: Limits
) -> None:
    """Check an offer and copy it, or raise `Refused`."""
    check_files(offer, limits)
    main, attempts = choose(offer, lab)
    hand_in.late = main.late
    raw = read(main, limits.notebook_bytes)
    hand_in.earlier = keep_aside(attempts, folder.parents[2] / "earlier" / offer.student, limits)
    notebook, hand_in.notes = rebuild(read_notebook(raw, limits), release)
    if main.name != f"{lab}.ipynb":
        hand_in.notes.insert(0, f"handed in as {shown(main.name)}")
    if attempts:
        hand_in.notes.insert(0, f"the latest of {len(attempts) + 1} notebooks counts; the others are kept")
    folder.mkdir(parents=True)
    hand_in.folder, hand_in.notebook = folder, folder / f"{lab}.ipynb"
    digest = hashlib.sha256(hashlib.sha256(raw).digest())
    nbformat.write(notebook, hand_in.notebook)
    unused = []
    for path, item in sorted(extras(offer, lab, limits).items()):
        target = folder.joinpath(*path)
        target.parent.mkdir(parents=True, exist_ok=True)
        digest.update("/".join(path).encode() + b"\0" + copied(item, target, limits.file_bytes))
    for item in offer.items:
        if item is not main and item not in attempts and not is_extra(item, limits):
            unused.append(shown(item.name))
    if unused:
        hand_in.notes.append(f"not used: {', '.join(unused[:5])}{', ...' if len(unused) > 5 else ''}")
    stamp = next((item for item in offer.items if item.path == ("timestamp.txt",)), None)
    if stamp and not offer.platform:  # in a platform's download it would be the student's own
        hand_in.timestamp = read_timestamp(stamp, hand_in.notes)
        if hand_in.timestamp is None:
            (folder / "timestamp.txt").unlink(missing_ok=True)
    hand_in.digest = digest.hexdigest()


def keep_aside(attempts: list[Item], folder: Path, limits: Limits) -> list[Path]:
    """Copy earlier attempts, as they are, under a number and their name; a damaged one stays where it is."""
    kept = []
    for number, item in enumerate(attempts, 1):
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{number}-{safe_name(item.name)}"
        try:
            copied(item, target, limits.notebook_bytes)
            kept.append(target)
        except Exception:
            target.unlink(missing_ok=True)
    return kept


def read_timestamp(item: Item, notes: list[str]) -> datetime | None:
    """Return the time in nbgrader's ``timestamp.txt``, or None with a note."""
    try:
        return parse_utc(read(item, 1000).decode().strip())
    except Exception:
        notes.append("timestamp.txt holds no time that can be read: taken as not known")
        return None
