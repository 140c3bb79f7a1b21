"""How much a hand-in's kernel may use, and the private folder it is run from."""

import dataclasses
import itertools
import os
import secrets
import shutil
import stat
import tempfile
from pathlib import Path

MIB = 1024**2


@dataclasses.dataclass(frozen=True)
class Limits:
    """What one kernel may use from its start to its end; sizes in bytes, times in seconds."""

    memory_bytes: int = 1536 * MIB  # private data of each process, then MemoryError
    total_memory_bytes: int = 3072 * MIB  # of all its processes together, then the kernel is killed
    # How much who reads it may grow, then it is killed: ZeroMQ takes in all parts of a message first.
    reader_bytes: int = 512 * MIB
    processes: int = 128  # and threads
    open_files: int = 512  # of each process
    file_bytes: int = 256 * MIB  # the largest file that can be written
    disk_bytes: int = 256 * MIB  # each writable folder; they live in memory
    cpu_seconds: int = 900  # of each process
    wall_seconds: float = 900.0  # whatever it is doing
    threads: int = 1  # that TensorFlow and NumPy use for one operation

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
                raise ValueError(f"The limit {field.name} has to be a number above 0, not {value!r}.")


def _start_time(pid: int) -> str:
    """Return when a process started, in clock ticks since boot; "" if there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _base() -> Path:
    """Return this user's folder for run folders; it is made if it is not there."""
    # A path of a socket holds at most 107 characters, and TMPDIR may be long.
    root = tempfile.gettempdir() if len(tempfile.gettempdir()) < 40 else "/tmp"
    base = Path(root, f"gan-course-{os.geteuid()}")
    base.mkdir(mode=0o700, exist_ok=True)
    found = base.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise PermissionError(
            f"{base} belongs to somebody else, or others may enter it. Remove it, or set TMPDIR to a folder "
            "that only you can write."
        )
    return base


def make_run_folder() -> Path:
    """Make a private folder whose name says which process it belongs to, so that `sweep` can tell."""
    pid = os.getpid()
    folder = _base() / f"{pid}-{_start_time(pid)}-{secrets.token_hex(4)}"
    folder.mkdir(mode=0o700)
    return folder


def sweep() -> None:
    """Remove the run folders of processes that are no longer there; processes end with who started them."""
    for folder in _base().iterdir():
        pid, _, rest = folder.name.partition("-")
        if pid.isdigit() and _start_time(int(pid)) != rest.partition("-")[0]:
            shutil.rmtree(folder, ignore_errors=True)


def copy_files(source: Path, target: Path, limit: int, notebooks: bool = True) -> None:
    """Copy the plain files of a folder, readable for everybody; no links and special files.

    `ValueError` if there are more bytes than `limit`, or more than 1000 files.
    """
    plain = (path for path in source.rglob("*") if path.is_file() and not path.is_symlink())
    wanted = (path for path in plain if notebooks or path.suffix.lower() != ".ipynb")
    files = list(itertools.islice((path for path in wanted if os.access(path, os.R_OK)), 1001))
    if len(files) > 1000 or sum(path.stat().st_size for path in files) > limit:
        raise ValueError(f"{source} holds more than {limit / MIB:.0f} MiB or 1000 files.")
    target.mkdir()
    for path in files:
        made = target / path.relative_to(source)
        made.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, made)
        made.chmod(0o644)
    for folder in (target, *filter(Path.is_dir, target.rglob("*"))):
        folder.chmod(0o755)
