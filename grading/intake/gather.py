"""Intake: a folder or a zip of hand-ins becomes a list of hand-ins, each accepted or rejected with a reason.

What students handed in is only read. An accepted hand-in has a private copy, laid out as nbgrader's
``submitted/``: the notebook rebuilt from the lab's release, its extra files, and ``timestamp.txt``.

A name that a platform, a browser, Windows or Colab made of ``LAB.ipynb`` (``LAB-1.ipynb``, ``Copy of LAB
(1).ipynb.txt``, other case) is as good. In a platform's zip the latest upload counts; in nbgrader's folder
``LAB.ipynb`` itself, or the only notebook there is.
"""

import hashlib
import shutil
import zipfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from grading.intake.archive import from_zip, open_packed
from grading.intake.folder import from_folder
from grading.intake.names import safe_name, shown
from grading.intake.notebook import read_notebook
from grading.intake.rebuild import rebuild
from grading.intake.roster import assign
from grading.intake.select import check_files, choose, copied, extras, read, too_large
from grading.intake.submissions import IntakeError, Limits, Offer, Refused
from grading.records import HandIn, Person


def gather(
    source: Path,
    lab: str,
    release: NotebookNode,
    into: Path,
    limits: Limits | None = None,
    roster: list[Person] | None = None,
) -> list[HandIn]:
    """Check every hand-in of one lab; return one `HandIn` for each student, sorted by name.

    ``source`` is nbgrader's ``submitted/`` (``STUDENT/LAB/``), or a zip downloaded from Moodle or Canvas;
    ``release`` the lab as students got it, with grade ids and checksums, never the solved one; ``into`` a
    folder for the copies, new or empty, outside of the source. Raise `IntakeError` if all of it is no use.
    """
    source, into, limits = Path(source), Path(into), limits or Limits()
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise IntakeError(f"{into} is not an empty folder: name a new one for the checked copies")
    if into.resolve().is_relative_to(source.resolve()):
        raise IntakeError(f"{into} is inside {source}, where nothing may be written")
    into.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        offers = assign(from_folder(source, lab, limits), roster, fold=False)
        return [check(offer, lab, release, into, limits) for offer in offers]
    try:
        with zipfile.ZipFile(source) as archive:
            offers = assign(from_zip(archive, source, lab, limits), roster, fold=True)
            return [check(offer, lab, release, into, limits) for offer in offers]
    except FileNotFoundError:
        what = "name nbgrader's submitted folder or a downloaded zip"
        raise IntakeError(f"{source} is not there: {what}") from None
    except (zipfile.BadZipFile, UnicodeError, NotImplementedError, OSError) as error:
        raise IntakeError(f"{source} could not be read as a zip ({error}): download it again") from None


def check(offer: Offer, lab: str, release: NotebookNode, into: Path, limits: Limits) -> HandIn:
    """Return one student's hand-in, checked; whatever goes wrong is their reason and nobody else's."""
    hand_in = HandIn(offer.student, "accepted", offer.original, person=offer.person, members=offer.members)
    folder = into / "submitted" / offer.student / lab
    try:
        accept(offer, hand_in, folder, release, limits)
        return hand_in
    except Refused as refused:
        why = refused
    except zipfile.BadZipFile as error:
        why = Refused("zip", shown(error, 100))
    except RecursionError:
        why = Refused("nesting")
    except Exception as error:
        why = Refused("copying", f"{type(error).__name__}: {shown(error, 100)}")
    shutil.rmtree(folder.parent, ignore_errors=True)
    hand_in.status, hand_in.why, hand_in.reason, hand_in.digest = "rejected", why.reason, str(why), ""
    hand_in.folder = hand_in.notebook = None
    return hand_in


def accept(offer: Offer, hand_in: HandIn, folder: Path, release: NotebookNode, limits: Limits) -> None:
    """Check an offer and copy it, or raise `Refused`."""
    lab, hand_in.notes = folder.name, offer.notes
    check_files(offer)
    open_packed(offer, limits)
    check_files(offer)
    main, attempts = choose(offer, lab)
    if main.problem:
        raise main.problem
    if main.size > limits.notebook_bytes:
        raise too_large(main, main.size, limits.notebook_bytes, "clear its outputs")
    hand_in.late, hand_in.original = main.late, shown(main.origin, 300)
    raw = read(main, limits.notebook_bytes)
    for number, item in enumerate(attempts, 1):  # as they are, under a number and their name
        target = folder.parents[2] / "earlier" / offer.student / f"{number}-{safe_name(item.name)}"
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            copied(item, target, limits.notebook_bytes)
            hand_in.earlier.append(target)
        except Exception:  # a damaged one stays where it is
            target.unlink(missing_ok=True)
    if attempts:
        hand_in.notes.append(f"the latest of {len(attempts) + 1} notebooks counts; the others are kept")
    if main.name != f"{lab}.ipynb":
        hand_in.notes.append(f"handed in as {shown(main.name)}")
    notebook, notes = rebuild(read_notebook(raw, limits), release)
    files, more = extras(offer, lab, main, attempts, limits)
    hand_in.notes += notes + more
    folder.mkdir(parents=True)
    hand_in.folder, hand_in.notebook = folder, folder / f"{lab}.ipynb"
    digest = hashlib.sha256(hashlib.sha256(raw).digest())
    nbformat.write(notebook, hand_in.notebook)
    for path, item in sorted(files.items()):
        target = folder.joinpath(*path)
        target.parent.mkdir(parents=True, exist_ok=True)
        digest.update("/".join(path).encode() + b"\0" + copied(item, target, limits.file_bytes))
    if stamp := files.get(("timestamp.txt",)):
        try:
            hand_in.timestamp = parse_utc(read(stamp, 1000).decode().strip())
        except Exception:  # whatever a student put there
            hand_in.notes.append("timestamp.txt holds no time that can be read: taken as not known")
            (folder / "timestamp.txt").unlink()
    hand_in.digest = digest.hexdigest()
