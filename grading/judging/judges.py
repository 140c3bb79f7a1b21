"""Kernels that judge, kept by each thread for its next hand-in: a new one would start TensorFlow first.

A judge never runs a line of a hand-in. All the same it is kept only after a hand-in of which nothing is to be
said, for `MOST_SECONDS`, and is given its tests anew each time.
"""

import asyncio
import atexit
import contextlib
import threading
import time
from dataclasses import dataclass, field

from grading.judging.kernel import Kernel

MOST_SECONDS = 100.0  # old enough to pay, and far from the sandbox's own limits


@dataclass
class Bench:
    """What one thread keeps: the loop in which its kernels are asked, and a judge that is free."""

    runner: asyncio.Runner = field(default_factory=asyncio.Runner)
    judge: Kernel | None = None

    async def take(self, new: Kernel) -> Kernel:
        """Return the free judge, if it is alive, young and of the new one's kind; else start the new one."""
        judge, self.judge = self.judge, None
        if judge is not None:
            young = time.monotonic() - judge.started < MOST_SECONDS
            if young and judge.kind == new.kind and await judge.manager.is_alive():
                return judge
            await asyncio.gather(judge.end(), return_exceptions=True)
        await new.start()
        return new


_benches: dict[int, Bench] = {}


def bench() -> Bench:
    """Return this thread's."""
    return _benches.setdefault(threading.get_ident(), Bench())


@atexit.register
def close_all() -> None:
    """End the judges of all threads, which are at rest."""
    while _benches:
        _, found = _benches.popitem()
        with contextlib.suppress(Exception):  # of an interpreter that is ending
            if found.judge is not None:
                found.judge.manager.provisioner.clean()  # nothing can be awaited here
                found.judge.client.stop_channels()
                found.judge.context.destroy(linger=0)
                found.judge.sockets.cleanup()
            found.runner.close()
