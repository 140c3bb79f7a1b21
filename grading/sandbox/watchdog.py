"""Ends a sandbox that runs too long, or fills the memory: its own processes', or that of who reads it."""

import os
import subprocess
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from grading.sandbox.limits import MIB, Limits

INTERVAL_SECONDS = 0.2


def descendants(pid: int) -> list[int]:
    """Return `pid` and the processes that it and its children started."""
    found = [pid]
    for parent in found:
        try:
            for thread in Path(f"/proc/{parent}/task").iterdir():
                found += [int(word) for word in (thread / "children").read_text().split()]
        except OSError:  # ended meanwhile
            continue
    return found


def private_bytes(processes: Iterable[int]) -> int:
    """Return the memory of some processes that is not shared with a file, in bytes."""
    total, page = 0, os.sysconf("SC_PAGE_SIZE")
    for process in processes:
        try:
            words = Path(f"/proc/{process}/statm").read_text().split()
        except OSError:
            continue
        total += int(words[1]) - int(words[2])
    return total * page


def anonymous_bytes(pid: int) -> int:
    """Return the same more slowly, counting once what a process shares with its forks, in bytes."""
    total = 0
    for process in descendants(pid):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss_Anon:")) * 1024
        except PermissionError:  # a process that closed itself to view is counted whole
            total += private_bytes([process])
        except OSError:
            continue
    return total


class Watchdog:
    """Watches one sandbox in a thread, and ends its outermost process, and so all of it, at a limit."""

    def __init__(self, process: subprocess.Popen, limits: Limits) -> None:
        self.reason: tuple[str, str] | None = None  # why it was ended: kind and detail of a `Reason`
        self._process, self._limits = process, limits
        self._done = threading.Event()
        threading.Thread(target=self._watch, name="sandbox-watchdog", daemon=True).start()

    def _watch(self) -> None:
        limits, end = self._limits, time.monotonic() + self._limits.wall_seconds
        pid, most = self._process.pid, limits.total_memory_bytes
        before = private_bytes([os.getpid()])
        while not self._done.wait(max(0.0, min(INTERVAL_SECONDS, end - time.monotonic()))):
            if self._process.poll() is not None:
                return
            if time.monotonic() >= end:
                self.reason = "wall", f"{limits.wall_seconds:g}"
            elif private_bytes(descendants(pid)) > most and anonymous_bytes(pid) > most:
                self.reason = "memory", f"{most / MIB:.0f}"
            elif private_bytes([os.getpid()]) - before > limits.reader_bytes:
                self.reason = "sent", f"{limits.reader_bytes / MIB:.0f}"
            if self.reason:
                self._process.kill()
                return

    def stop(self) -> None:
        """Stop watching; the sandbox is left as it is."""
        self._done.set()
