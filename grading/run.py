"""A grade run: every hand-in is one task; this process alone writes the gradebook and the results.

After each hand-in its results are on the disk, so a run that was stopped, in whatever way, goes on where
it was: a hand-in that is unchanged, against an unchanged lab, is not run again.
"""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from dask.distributed import Client, LocalCluster, as_completed
from nbformat import NotebookNode

from grading import gradebook
from grading.execute import is_test
from grading.intake import HandIn, gather
from grading.keep import Plan, keep, remembered, sentence, write_unmarked
from grading.report import Result, grades_csv, other_labs, summary_page, write_whole
from grading.task import Job, run_job


class Busy(RuntimeError):
    """Another run is writing to the same folder."""


@contextmanager
def cluster(workers: int, scheduler: str | None = None) -> Iterator[Client]:
    """Give a client of a running cluster, or of a local one that ends with the block."""
    if scheduler is not None:
        with Client(scheduler, timeout="30s", set_as_default=False) as client:
            yield client
        return
    local = LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
        memory_limit=None,
        silence_logs="CRITICAL",
    )
    with local, Client(local, set_as_default=False) as client:
        yield client


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder against a second run; the system lets go when this process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"Another grade run is at work in {folder.parent.parent}. Wait for its end.") from None
        yield


def run(plan: Plan, client: Callable[[], object]) -> list[Result]:
    """Grade every hand-in of a lab; return one result for each, and leave all files of the results.

    Parameters
    ----------
    plan
        What to do.
    client
        Called when there is something to run; a context manager that gives a `Client`.

    Raises
    ------
    grading.gradebook.CourseError, grading.offers.IntakeError, Busy
        If nothing could be graded at all; the message says what to do.
    """
    with only_one(plan.state):
        master = gradebook.read_master(plan.course, plan.lab)
        release = gradebook.register(plan.course, plan.lab)
        copies = plan.state / "intake"
        shutil.rmtree(copies, ignore_errors=True)
        hand_ins = gather(plan.source, plan.lab, release, copies)
        results: dict[str, Result] = {}
        try:
            _run_all(plan, client, master, hand_ins, results)
        finally:
            finish(plan, list(results.values()), len(hand_ins))
            if (copies / "earlier").is_dir():
                shutil.copytree(copies / "earlier", plan.out / "earlier" / plan.lab, dirs_exist_ok=True)
            shutil.rmtree(copies, ignore_errors=True)
        return list(results.values())


def _run_all(
    plan: Plan,
    client: Callable[[], object],
    master: NotebookNode,
    hand_ins: list[HandIn],
    results: dict[str, Result],
) -> None:
    titles = {
        cell.metadata.nbgrader.grade_id: cell.source.splitlines()[0].lstrip("# ")
        for cell in master.cells
        if is_test(cell)
    }
    most = sum(cell.metadata.nbgrader.points for cell in master.cells if is_test(cell))
    todo: list[HandIn] = []

    def add(result: Result) -> None:
        results[result.student] = result
        plan.report(list(results.values()), len(hand_ins))

    for hand_in in hand_ins:
        if hand_in.status == "rejected":
            result = Result(hand_in.student, plan.lab, "rejected", None, most, sentence(hand_in.reason))
            write_unmarked(plan, result)
            add(result)
        elif (known := None if plan.force else remembered(plan, hand_in, master)) is not None:
            add(known)
        else:
            todo.append(hand_in)
    if not todo:
        return
    with client() as connected:
        text = nbformat.writes(master)
        jobs = {}
        for hand_in in todo:
            job = connected.submit(run_job, make_job(plan, hand_in, master, text), pure=False)
            jobs[job] = hand_in
        for finished in as_completed(list(jobs), loop=connected.loop):
            hand_in = jobs.pop(finished)
            error = finished.exception()
            if error is None:
                result = keep(plan, hand_in, finished.result(), master, titles, most)
            else:  # the worker died, three times, or could not work at all
                reason = f"The worker could not run it ({type(error).__name__}: {str(error)[:200]})."
                result = Result(hand_in.student, plan.lab, "crashed", None, most, reason, titles=titles)
                write_unmarked(plan, result)
            finished.release()
            add(result)


def make_job(plan: Plan, hand_in: HandIn, master: NotebookNode, text: str) -> Job:
    """Return the task: the hand-in with the lab's whole tests in it, and its other files."""
    notebook = nbformat.read(hand_in.notebook, as_version=4)
    tests = {cell.metadata.nbgrader.grade_id: cell.source for cell in master.cells if is_test(cell)}
    for cell in filter(is_test, notebook.cells):
        cell.source = tests[cell.metadata.nbgrader.grade_id]
    files = {
        str(path.relative_to(hand_in.folder)): path.read_bytes()
        for path in sorted(hand_in.folder.rglob("*"))
        if path.is_file() and path != hand_in.notebook
    }
    return Job(hand_in.student, plan.lab, nbformat.writes(notebook), text, files, plan.protected)


def finish(plan: Plan, results: list[Result], total: int) -> None:
    """Write grades.csv and the summary page of what has been done so far."""
    notes = []
    if not plan.protected:
        notes.append("These hand-ins were run without protection.")
    if len(results) < total:
        left = total - len(results)
        notes.append(f"{left} of {total} hand-ins have not been run yet. Run the command again to go on.")
    table = plan.out / "grades.csv"
    write_whole(table, grades_csv(results, other_labs(table, plan.lab)))
    write_whole(plan.out / f"summary_{plan.lab}.html", summary_page(plan.lab, results, notes))
