"""The command line: ``python -m grading LAB``, the same as ``make grade LAB=...``."""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from grading.sandbox import bubblewrap
from grading.sandbox.forkclient import STARTED, is_heavy, prefork
from grading.sandbox.limits import Limits

BYTES_PER_WORKER = 2 * 1024**3
UNPROTECTED = "--unprotected"
# Dask looks into its workers a hundred times a second, which costs a twentieth of a core.
REST = {"distributed.worker.profile.enabled": False, "distributed.admin.tick.interval": "500ms"}


def seed(text: str) -> int:
    """Return the number that a seed of grades.csv stands for."""
    return int(text.removeprefix("s"), 16)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m grading", description="Grade the hand-ins of one lab.")
    made.add_argument("lab", help="name of the lab, such as lab01_vanilla_gan")
    where = "nbgrader's submitted folder (STUDENT/LAB/), or a zip from Moodle or Canvas; default: submitted"
    for option, kind, what, words in (
        ("--submitted", Path, "DIR|ZIP", where),
        ("--out", Path, "DIR", "where results go; default: the course's folder"),
        ("--workers", int, "N", "hand-ins at one time; default: one a core"),
        ("--scheduler", str, "ADDRESS", "a running Dask cluster, such as tcp://host:8786"),
        ("--student", str, "NAME", "run this hand-in, and no other, again"),
        ("--seed", seed, "S", "draw the tests' inputs as grades.csv says they were drawn"),
        ("--force", None, "", "run all hand-ins again, unchanged ones too"),
        (UNPROTECTED, None, "", "run the hand-ins' code with all rights of this account"),
    ):
        form = {"type": kind, "metavar": what} if kind else {"action": "store_true"}
        made.add_argument(option, help=words, **form)
    return made


@contextmanager
def cluster(workers: int | None, scheduler: str | None, env: dict[str, str]) -> Iterator[object]:
    """Give a client of a running cluster, or of a local one, with this ``env``, that ends with the block."""
    from dask import config
    from dask.distributed import Client, LocalCluster
    from dask.system import CPU_COUNT
    from distributed.system import MEMORY_LIMIT

    if scheduler is not None:
        with Client(scheduler, timeout="30s", set_as_default=False) as client:
            yield client
        return
    workers = workers or max(1, min(CPU_COUNT, MEMORY_LIMIT // BYTES_PER_WORKER))
    threads = next(count for count in (4, 3, 2, 1) if workers % count == 0)
    here = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "processes": True, "env": env}
    here |= {"memory_limit": None, "silence_logs": "CRITICAL"}
    # The threads of a worker share one process that kernels are forked from.
    here |= {"n_workers": workers // threads, "threads_per_worker": threads}
    with config.set(REST), LocalCluster(**here) as local, Client(local, set_as_default=False) as client:
        yield client


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status: 0 for all done, 1 for interrupted, 2 for nothing done."""
    asked = parser().parse_args(arguments)
    if asked.workers is not None and asked.workers < 1:
        parser().error("--workers has to be 1 or more")
    blocked = None if asked.unprotected else bubblewrap.probe()
    if blocked is not None:
        print(
            f"{blocked}\nHand-ins are programs of strangers, so nothing was run. To run them all the same,"
            f" with all rights of your account and no protection, add {UNPROTECTED}.",
            file=sys.stderr,
        )
        return 2
    root = Path.cwd()
    out = (asked.out or root).resolve()
    with ExitStack() as stack, ThreadPoolExecutor(1) as aside:
        new = not (out / ".grading" / asked.lab / "done").is_dir()  # else there may be nothing to run
        master, env = root / "solutions" / asked.lab / f"{asked.lab}.ipynb", {}
        ours = new and not asked.scheduler and not asked.unprotected and master.is_file()
        if ours and is_heavy(master.read_text(encoding="utf-8")):
            # It begins to import what the lab needs; all that takes us long to import comes after it.
            env[STARTED] = str(prefork(Limits()).folder)
        start = partial(stack.enter_context, cluster(asked.workers, asked.scheduler, env))
        if new:
            start = aside.submit(start).result  # while the command is imported, which takes as long
        from grading.command import grade

        return grade(asked, root, out, start, stack.close)
