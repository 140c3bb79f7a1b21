"""The bubblewrap command that closes a program in, and a probe that says whether it works here.

Inside there is a read-only system and Python, three writable folders of limited size that live in memory, the
files of one hand-in, and nothing else: no network, no other process, no environment variable but those here.
"""

import functools
import importlib.util
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from grading.sandbox.limits import Limits

INSTALL = "sudo apt install bubblewrap"
WORK_FOLDER = "/lab"
FILES_FOLDER = "/run/hand-in"
SHIM = "/run/gan-course/entrypoint.py"
_SHIM_SOURCE = Path(__file__).with_name("entrypoint.py")
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
_SETTINGS = ("ld.so.cache", "alternatives", "fonts", "localtime", "mime.types")
_INSIDE_ID = 1000


def unprivileged_id() -> int | None:
    """Return a user id that nobody has, new each time; None if we are not root or have no other ids."""
    try:
        text = Path("/proc/self/uid_map").read_text() if os.geteuid() == 0 else ""
    except OSError:
        return None
    rows = [[int(word) for word in row.split()] for row in text.splitlines()]
    ranges = [(first + count - max(first, 60000), max(first, 60000)) for first, _, count in rows]
    count, first = max(ranges, default=(0, 0))
    if count > 1_100_000_000:  # far from people's ids, and from those that containers are given
        count, first = 100_000_000, 1_000_000_000
    return first + secrets.randbelow(count) if count > 0 else None


def _python_folders() -> list[str]:
    """Return the folders that the running Python needs, and the course's helpers if they lie elsewhere."""
    folders = [sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix]
    folders.append(str(Path(sys.executable).resolve().parent.parent))
    spec = importlib.util.find_spec("helpers")
    if spec and spec.origin:
        folders.append(str(Path(spec.origin).parent))
    wanted: list[str] = []
    for folder in folders:
        if not any(Path(folder).is_relative_to(other) for other in (*wanted, *_SYSTEM)):
            wanted.append(folder)
    return wanted


def exposed(place: Path) -> str | None:
    """Return the folder, visible inside for Python's sake, in which a place stands; None if in none."""
    folders = (Path(folder).resolve() for folder in (*_SYSTEM, *_python_folders()))
    return next((str(folder) for folder in folders if place.resolve().is_relative_to(folder)), None)


def environment(limits: Limits) -> dict[str, str]:
    """Return every environment variable that exists inside."""
    threads = str(int(limits.threads))
    counts = ("TF_NUM_INTRAOP", "TF_NUM_INTEROP", "OMP_NUM", "OPENBLAS_NUM", "MKL_NUM")
    return {
        "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
        "HOME": "/tmp",
        "USER": "student",
        "LANG": "C.UTF-8",
        "COURSE_PROFILE": "reduced",
        "KERAS_BACKEND": "tensorflow",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",  # its kernels are compiled at first use, longer than labs compute
    } | {f"{name}_THREADS": threads for name in counts}


def _parents(paths: Iterable[str]) -> list[str]:
    """Return options that make the folders above `paths`, open to everybody (else they are made 0700)."""
    above = [parent for path in paths for parent in reversed(Path(path).parents[:-1])]
    made = [parent for parent in above if not any(parent.is_relative_to(system) for system in _SYSTEM)]
    return [word for parent in dict.fromkeys(made) for word in ("--perms", "0755", "--dir", str(parent))]


def command(
    program: Sequence[str],
    limits: Limits,
    files: Path | None = None,
    extra: Sequence[str] = (),
    own_processes: bool = True,
    nested: bool = False,
) -> list[str]:
    """Return the bubblewrap command line that runs `program` closed in, with `files` as ``/run/hand-in``.

    `grading.sandbox.entrypoint`, which the program has to call, sets the other limits, and drops to another
    id if root starts this. Without `own_processes`, for our forkserver, it sees others', and starts `nested`.
    """
    words = ["bwrap", "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    words += ["--unshare-ipc", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    words += ["--unshare-pid"] if own_processes else []
    if not nested and unprivileged_id() is not None:
        words += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        words += ["--unshare-user", "--uid", str(_INSIDE_ID), "--gid", str(_INSIDE_ID)]
    folders = _python_folders()
    memory = ["--perms", "1777", "--size", str(limits.disk_bytes), "--tmpfs"]
    words += [*memory, "/tmp"]  # first: the course itself may stand in a folder of /tmp
    words += _parents([*folders, SHIM, f"{FILES_FOLDER}/x", "/etc/x"])
    for path in _SYSTEM:
        if Path(path).is_symlink():
            words += ["--symlink", os.readlink(path), path]
        elif Path(path).is_dir():
            words += ["--ro-bind", path, path]
    for name in _SETTINGS:
        words += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    for folder in folders:
        words += ["--ro-bind", folder, folder]
    words += ["--ro-bind", SHIM if nested else str(_SHIM_SOURCE), SHIM]
    if files is not None:
        words += ["--ro-bind", str(files), FILES_FOLDER]
    words += ["--proc", "/proc"] if own_processes else ["--bind", "/proc", "/proc"]
    words += ["--dev", "/dev"]
    for folder in ("/dev/shm", WORK_FOLDER):
        words += [*memory, folder]
    words += extra
    # What bubblewrap makes itself, / and /dev, is in memory and has no size limit.
    words += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORK_FOLDER, "--clearenv"]
    for name, value in environment(limits).items():
        words += ["--setenv", name, value]
    return [*words, "--", *program]


CAUSES = {
    ("kernel/apparmor_restrict_unprivileged_userns", "1"): "AppArmor keeps ordinary users from making user"
    " namespaces here. The system's administrator can add an AppArmor profile for /usr/bin/bwrap that allows"
    " 'userns'.",
    ("kernel/unprivileged_userns_clone", "0"): "This system does not let ordinary users make user namespaces."
    " The system's administrator can allow it: sysctl kernel.unprivileged_userns_clone=1.",
    ("user/max_user_namespaces", "0"): "user.max_user_namespaces is 0: no user namespaces may be made on this"
    " system.",
}


def probe() -> str | None:
    """Try a sandbox, and return None if it works, else what is wrong and what to do about it."""
    if sys.platform != "linux":
        return f"The sandbox needs Linux; this is {sys.platform}."
    if shutil.which("bwrap") is None:
        return f"Bubblewrap is not installed. On Debian or Ubuntu: {INSTALL}"
    program = [sys.executable, "-I", SHIM, "--probe"]
    try:
        done = subprocess.run(
            command(program, Limits()), env={"PATH": os.defpath}, capture_output=True, timeout=60, text=True
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"Bubblewrap is installed, but it cannot be run: {error}"
    if done.returncode == 0 and done.stdout.strip() == "inside":
        return None
    message = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
    likely = "Often a container (Docker, Kubernetes) that forbids namespaces: run outside of it."
    for (name, value), cause in CAUSES.items():
        setting = Path("/proc/sys", name)
        if setting.exists() and setting.read_text().strip() == value:
            likely = cause
    return f"Bubblewrap is installed, but blocked. The system says: {message[0]}\n{likely}"


probe_once = functools.cache(probe)  # what it found the first time
