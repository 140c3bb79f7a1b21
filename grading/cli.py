"""The command line: ``python -m grading LAB``, the same as ``make grade LAB=...``."""

import argparse
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from dask.system import CPU_COUNT
from distributed.system import MEMORY_LIMIT
from nbgrader.api import InvalidEntry
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from grading.intake.submissions import IntakeError
from grading.records import STATUSES, Result
from grading.results.gradebook import CourseError, open_course
from grading.results.store import Plan
from grading.run import Busy, cluster, run
from grading.sandbox import bubblewrap

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


def counted(results: list[Result]) -> str:
    """Return how many hand-ins have which status, in words."""
    found = Counter(result.status for result in results)
    return ", ".join(f"{found[status]} {status}" for status in STATUSES if found[status]) or "starting"


class Bar(Progress):
    """Shows progress on a terminal as a bar, elsewhere as one line for each hand-in."""

    def __init__(self) -> None:
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        console = Console(stderr=True)
        super().__init__(*columns, TextColumn("left"), console=console, disable=not console.is_terminal)
        self.bar = self.add_task("", total=None)

    def __call__(self, results: list[Result], total: int) -> None:
        """Show the results so far."""
        self.update(self.bar, completed=len(results), total=total, description=counted(results))
        if self.disable:
            print(f"{len(results)} of {total}: {counted(results)}", file=sys.stderr, flush=True)


def refuse_open_places(plan: Plan, root: Path) -> None:
    """Refuse a course that stands where every sandbox can look, in a folder that Python needs."""
    for place in (root, plan.source, plan.out):
        if plan.protected and (folder := bubblewrap.exposed(place)):
            raise CourseError(
                f"{place} stands in {folder}, which hand-ins can read since Python is there. Move it, or make"
                " Python's environment in a folder of its own, such as .venv."
            )


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
    bar = Bar()
    try:
        course = open_course(root, out if asked.out else None)
        source = asked.submitted or Path(course.root) / course.submitted_directory
        plan = Plan(course, asked.lab, source.resolve(), out, not asked.unprotected, asked.force, report=bar)
        plan.seed, plan.student = asked.seed, asked.student
        refuse_open_places(plan, root)
        most = max(1, min(CPU_COUNT, MEMORY_LIMIT // BYTES_PER_WORKER))
        connect = partial(cluster, asked.workers or most, asked.scheduler)
        with bar:
            results = run(plan, connect)
    except (CourseError, IntakeError, Busy) as error:
        print(error, file=sys.stderr)
        return 2
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        needs = "The gradebook's db_url needs a Python package that is not installed"
        print(f"{needs}: {error}", file=sys.stderr)
        return 2
    except (OSError, DBAPIError, InvalidEntry, KeyboardInterrupt) as error:
        why = f"Stopped: {getattr(error, 'orig', None) or error}"
        why = "Interrupted" if isinstance(error, KeyboardInterrupt) else why
        print(f"{why}. What was graded is kept; run the same command again to go on.", file=sys.stderr)
        return 1
    print(f"{len(results)} hand-ins of {asked.lab}: {counted(results) if results else 'none found'}.")
    print(f"Table: {out / 'grades.csv'}\nSummary: {out / f'summary_{asked.lab}.html'}")
    return 0
