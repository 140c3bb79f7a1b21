"""The command itself, which needs nbgrader and much else: it is imported while the workers start."""

import gc
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from nbgrader.api import InvalidEntry
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from grading.intake.submissions import IntakeError
from grading.records import STATUSES, Result
from grading.results.gradebook import CourseError, open_course
from grading.results.report import spent
from grading.results.store import Plan
from grading.run import Busy, run


def counted(results: list[Result]) -> str:
    """Return how many hand-ins have which status, in words."""
    found = Counter(result.status for result in results)
    return ", ".join(f"{found[status]} {status}" for status in STATUSES if found[status]) or "starting"


class Bar(Progress):
    """Shows progress on a terminal as a bar, elsewhere as one line for each hand-in."""

    def __init__(self) -> None:
        columns, console = (BarColumn(), MofNCompleteColumn(), "{task.description}"), Console(stderr=True)
        more = {"console": console, "disable": not console.is_terminal}
        super().__init__(*columns, TimeRemainingColumn(), "left", **more)
        self.bar = self.add_task("", total=None)

    def __call__(self, results: list[Result], total: int) -> None:
        """Show the results so far."""
        self.update(self.bar, completed=len(results), total=total, description=counted(results))
        if self.disable:
            print(f"{len(results)} of {total}: {counted(results)}", file=sys.stderr, flush=True)


def grade(asked: Namespace, root: Path, out: Path, start: Callable, stop: Callable) -> int:
    """Grade as the command line asks, on a cluster that is started and stopped so; return the exit status."""
    bar = Bar()
    gc.freeze()  # what has been imported stays, so that nobody has to look through it again
    try:
        course = open_course(root, out if asked.out else None)
        source = asked.submitted or Path(course.root) / course.submitted_directory
        how = (not asked.unprotected, asked.force, asked.seed, asked.student)
        plan = Plan(course, asked.lab, source.resolve(), out, *how, report=bar)
        with bar:
            results = run(plan, start, stop)
    except (CourseError, IntakeError, Busy) as error:
        print(error, file=sys.stderr)
        return 2
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        print(f"The gradebook's db_url needs a package that is not installed: {error}", file=sys.stderr)
        return 2
    except (OSError, DBAPIError, InvalidEntry, KeyboardInterrupt) as error:
        why = f"Stopped: {getattr(error, 'orig', None) or error}"
        why = "Interrupted" if isinstance(error, KeyboardInterrupt) else why
        print(f"{why}. What was graded is kept; run the same command again to go on.", file=sys.stderr)
        return 1
    spread = ", ".join(f"{words} {seconds:.0f} s" for words, seconds in spent(results).items() if seconds > 1)
    print(f"Time spent, added over all hand-ins: {spread or 'under a second'}.")
    print(f"{len(results)} hand-ins of {asked.lab}: {counted(results) if results else 'none found'}.")
    print(f"Table: {out / 'grades.csv'}\nSummary: {out / f'summary_{asked.lab}.html'}")
    return 0
