"""Kernels that start with TensorFlow imported: the side of the process that grades (see `forkserver`)."""

import atexit
import contextlib
import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grading.sandbox import bubblewrap
from grading.sandbox.limits import Limits, make_run_folder
from grading.sandbox.watchdog import descendants

_SERVER = "/run/gan-course/forkserver.py"
_SPOOL = "/run/spool"
_HOLD = ["/bin/sh", "-c", "echo; exec cat > /dev/null 2>&1"]  # until its standard input ends
START_SECONDS = 120
STARTED = "GAN_COURSE_FORK_SERVER"  # variable of workers whose parent has started one: its folder
# What is imported before forking, as far as it is there: nothing of it may start a thread.
_HEAVY = "tensorflow,keras,scipy.linalg,matplotlib.pyplot,matplotlib.backends.backend_agg,PIL.Image,helpers"
_HEAVY += ",helpers.checks,helpers.data,helpers.gan,helpers.metrics,helpers.plotting,helpers.training"
WORTH = {"helpers", "keras", "tensorflow"}  # modules whose import is worth forking for
# A sandbox ends with the *thread* that started it, so one thread that lasts starts them all.
_starter = ThreadPoolExecutor(1, thread_name_prefix="sandbox-starter")


class Started(subprocess.Popen):
    """Bubblewrap's first process. If that were killed alone, the second might wait for its word for ever."""

    def kill(self) -> None:
        """End all of the sandbox, once there is more of it than the first process."""
        end = time.monotonic() + 0.1
        while not (others := descendants(self.pid)[1:]) and self.poll() is None and time.monotonic() < end:
            time.sleep(0.001)
        for pid in others:
            with contextlib.suppress(OSError):  # ended meanwhile
                os.kill(pid, signal.SIGKILL)
        super().kill()


def start(words: list[str], **options: object) -> subprocess.Popen:
    """Start bubblewrap; its first process can be looked at from inside, environment and all.

    Its standard input is a pipe that ends with this process, so that the program inside can tell. A death
    signal cannot do all: bubblewrap makes a second process, which has none until the program is started.
    """
    quiet = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "start_new_session": True}
    alone = {"env": {"PATH": os.defpath}, "cwd": "/"}
    return _starter.submit(Started, words, **quiet, **alone, **options).result()


def is_heavy(master: str) -> bool:
    """Return whether a lab (JSON) imports what is worth forking for."""
    return bool(re.search(rf"\b(from|import) ({'|'.join(WORTH)})\b", master))


class ForkedProcess:
    """One forked kernel, as a ``Popen`` by its connection; ``lost`` if it ended unasked and wordless."""

    stdin = stdout = stderr = None

    def __init__(self, connection: socket.socket) -> None:
        self.said: dict = {}  # what the server told so far: pid, status, error
        self.lost = self._killed = False
        self.returncode: int | None = None
        self._connection, self._text, self._lock = connection, b"", threading.Lock()

    @property
    def pid(self) -> int:
        return self.said.get("pid", 0)

    def wait_for_start(self) -> None:
        """Wait until the kernel runs in its sandbox; `OSError` if it cannot."""
        end = time.monotonic() + START_SECONDS
        while self.poll() is None and not self.said:
            if not select.select([self._connection], [], [], max(0.0, end - time.monotonic()))[0]:
                self.kill()
        if self.returncode is not None or not self.pid:
            self.kill()
            raise OSError(self.said.get("error") or "the forked kernel ended at its start")

    def poll(self) -> int | None:
        """Return None while it runs, else its exit status."""
        with self._lock:
            while self.returncode is None and select.select([self._connection], [], [], 0)[0]:
                try:
                    part = self._connection.recv(4096)
                except OSError:
                    part = b""
                *lines, self._text = (self._text + part).split(b"\n")
                for line in lines:
                    self.said |= json.loads(line)
                if not part:
                    self.returncode = self.said.get("status", -9)  # as by SIGKILL, unknown to Windows
                    self.lost = not self._killed and "status" not in self.said
                    self._connection.close()
            return self.returncode

    def kill(self) -> None:
        """End the sandbox: the process that holds it does so when the connection is shut."""
        with self._lock:
            if self.returncode is None:
                self._killed = True
                with contextlib.suppress(OSError):
                    self._connection.shutdown(socket.SHUT_WR)

    terminate = kill

    def send_signal(self, number: int) -> None:
        """End the sandbox, whatever the signal; interrupts come as messages."""
        if number != signal.SIGINT:
            self.kill()

    def wait(self, timeout: float = float("inf")) -> int:
        """Wait until it has ended, and return its exit status."""
        end = time.monotonic() + timeout
        while (status := self.poll()) is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("kernel", timeout)
            time.sleep(0.01)
        return status


class ForkServer:
    """Starts `grading.sandbox.forkserver` in its sandbox, unless one is there, and asks it for kernels."""

    process: subprocess.Popen | None = None

    def __init__(self, limits: Limits) -> None:
        there = os.environ.pop(STARTED, None)
        self.folder = Path(there) if there else make_run_folder()
        self.spool, self._path = self.folder / "spool", str(self.folder / "s")
        if there:
            return
        self.spool.mkdir()
        self.spool.chmod(0o755)
        user = json.dumps(bubblewrap.unprivileged_id())
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(self._path)
            listening.listen(64)
            handle = listening.fileno()
            program = [sys.executable, "-I", "-B", _SERVER, str(handle), user, bubblewrap.SHIM, _HEAVY]
            here = str(Path(__file__).with_name("forkserver.py"))
            extra = ["--ro-bind", here, _SERVER, "--ro-bind", str(self.spool), _SPOOL]
            words = bubblewrap.command(program, limits, extra=extra, own_processes=False)
            self.process = start(words, stderr=subprocess.DEVNULL, pass_fds=(handle,))

    def fork_kernel(self, name: str, task: dict, handles: list[int], limits: Limits) -> ForkedProcess:
        """Start one kernel; files are in ``spool/name``, listening sockets in the order of its ports."""
        extra = ["--info-fd", "INFO"]
        task["command"] = bubblewrap.command(_HOLD, limits, Path(_SPOOL, name), extra=extra, nested=True)
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(self._path)
        socket.send_fds(connection, [b"\0"], handles)
        connection.sendall(json.dumps(task).encode() + b"\n")
        process = ForkedProcess(connection)
        process.wait_for_start()
        return process

    def close(self) -> None:
        """End it and all its kernels, and remove its folder, if we started it."""
        if self.process is None:
            return
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()
        for _ in range(100):  # a kernel's own clean-up, in another thread, may be at work in it
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                break
            time.sleep(0.02)


_running: dict[Limits, ForkServer] = {}
_retired: list[ForkServer] = []
_lock = threading.Lock()


def prefork(limits: Limits) -> ForkServer:
    """Return this process's warm process for kernels with these limits; it may be importing still."""
    with _lock:
        found = _running.get(limits)
        if found is not None and found.process and found.process.poll() is not None:
            found.close()
            found = None
        _running[limits] = found = found or ForkServer(limits)
        return found


def retire() -> None:
    """Start the next kernels from new warm processes; those that run keep the old ones."""
    with _lock:
        _retired.extend(_running.values())
        _running.clear()


@atexit.register
def close_all() -> None:
    """End the warm processes of this process."""
    retire()
    while _retired:
        _retired.pop().close()
