"""The command line: ``python -m grading LAB``, the same as ``make grade LAB=...``."""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from dask.distributed import Client
from dask.system import CPU_COUNT
from distributed.system import MEMORY_LIMIT

from grading.sandbox import bubblewrap
from grading.sandbox.forkclient import STARTED
from grading.sandbox.limits import Limits
from grading.sandbox.provisioner import prefork
from grading.workers import cluster

BYTES_PER_WORKER = 2 * 1024**3
UNPROTECTED = "--unprotected"


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
    ):
        made.add_argument(option, type=kind, metavar=what, help=words)
    for option, words in (
        ("--force", "run all hand-ins again, unchanged ones too"),
        (UNPROTECTED, "run the hand-ins' code with all rights of this account"),
    ):
        made.add_argument(option, action="store_true", help=words)
    return made


def early(lab: Path) -> dict[str, str]:
    """Begin to import what a lab needs, if that is worth it; return what tells our workers of it."""
    master = lab / f"{lab.name}.ipynb"
    if not master.is_file() or "import keras" not in master.read_text(encoding="utf-8"):
        return {}
    return {STARTED: str(prefork(Limits()).folder)}


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
    workers = asked.workers or max(1, min(CPU_COUNT, MEMORY_LIMIT // BYTES_PER_WORKER))
    with ExitStack() as stack, ThreadPoolExecutor(1) as aside:
        env = {} if asked.scheduler or asked.unprotected else early(root / "solutions" / asked.lab)
        start = partial(stack.enter_context, cluster(workers, asked.scheduler, env))
        if not (out / ".grading" / asked.lab / "done").is_dir():  # else there may be nothing to run
            start = aside.submit(start).result  # while the command is imported, which takes as long

        @contextmanager
        def client() -> Iterator[Client]:
            with stack:
                yield start()

        from grading.command import grade

        return grade(asked, root, out, client)
