"""How much a hand-in's kernel may use, and the private folder it is run from."""

import dataclasses
import os
import secrets
import shutil
import stat
import tempfile
from pathlib import Path

MIB = 1024**2


@dataclasses.dataclass(frozen=True)
class Limits:
    """What one kernel may use from its start to its end.

    Attributes
    ----------
    memory_bytes
        Private data of each process (``RLIMIT_DATA``), in bytes. Beyond it Python raises ``MemoryError``.
    total_memory_bytes
        Private memory of all processes of one kernel together, in bytes. Beyond it the kernel is killed.
    reader_bytes
        How much the process that reads what the kernel sends may grow, in bytes. Beyond it the kernel is
        killed: a message may have any number of parts, and ZeroMQ takes in all of them first.
    processes
        Processes and threads together.
    open_files
        Open files of each process.
    file_bytes
        Largest file that can be written, in bytes.
    disk_bytes
        Size of each of the three writable folders (work folder, ``/tmp``, ``/dev/shm``), in bytes. They
        live in memory.
    cpu_seconds
        Processor time of each process, in seconds.
    wall_seconds
        Time from the kernel's start to its end, in seconds, whatever it is doing.
    threads
        Threads that TensorFlow and NumPy use for one operation.
    """

    memory_bytes: int = 1536 * MIB
    total_memory_bytes: int = 3072 * MIB
    reader_bytes: int = 512 * MIB
    processes: int = 128
    open_files: int = 512
    file_bytes: int = 256 * MIB
    disk_bytes: int = 256 * MIB
    cpu_seconds: int = 900
    wall_seconds: float = 900.0
    threads: int = 1

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


def sweep() -> int:
    """Remove the run folders of processes that are no longer there, and return how many there were.

    Processes need no sweeping: they end with the process that started them, however it ended.
    """
    count = 0
    for folder in _base().iterdir():
        pid, _, rest = folder.name.partition("-")
        if pid.isdigit() and _start_time(int(pid)) != rest.partition("-")[0]:
            shutil.rmtree(folder, ignore_errors=True)
            count += not folder.exists()
    return count


def copy_files(source: Path, target: Path, limit: int, notebooks: bool = True) -> None:
    """Copy the plain files of a folder, readable for everybody. Links and special files are left out.

    Parameters
    ----------
    source
        Folder to copy.
    target
        Folder to make.
    limit
        Total size that is allowed, in bytes.
    notebooks
        Whether files that end in ``.ipynb`` are copied.

    Raises
    ------
    ValueError
        If there are more bytes than `limit`, or more than 1000 files and folders.
    """
    left, count = limit, 0
    target.mkdir()
    for place, folders, names in os.walk(source):
        made = target / os.path.relpath(place, source)
        made.mkdir(exist_ok=True)
        made.chmod(0o755)
        folders[:] = [name for name in folders if not (Path(place) / name).is_symlink()]
        for name in names:
            if not notebooks and name.lower().endswith(".ipynb"):
                continue
            try:
                handle = os.open(Path(place) / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            except OSError:  # a link, a socket, or not readable
                continue
            with open(handle, "rb") as stream:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    continue
                content = stream.read(left + 1)
            left -= len(content)
            count += 1
            if left < 0 or count + len(folders) > 1000:
                raise ValueError(f"{source} holds more than {limit / MIB:.0f} MiB or 1000 files.")
            (made / name).write_bytes(content)
            (made / name).chmod(0o644)
