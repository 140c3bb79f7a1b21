"""A grade run: every hand-in is one task; this process alone writes the gradebook and the results.

After each hand-in its results are on the disk, so a run that was stopped, in whatever way, goes on where
it was: a hand-in that is unchanged, against an unchanged lab, is not run again.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import locket
import nbformat
from dask.distributed import Client, KilledWorker, as_completed
from sqlalchemy.exc import OperationalError

from grading.intake.gather import HandIn, gather
from grading.intake.names import shown
from grading.intake.roster import read_roster
from grading.intake.submissions import IntakeError
from grading.judging import split
from grading.judging.split import is_test
from grading.records import Ran, Reason, Result
from grading.results import gradebook
from grading.results.finish import finish
from grading.results.store import Plan, keep, remembered, unmarked
from grading.sandbox import bubblewrap
from grading.task import Job, run_job, warm


class Busy(RuntimeError):
    """Another run is writing to the same folder."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder against a second run; the system lets go when this process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with locket.lock_file(str(folder / "lock"), timeout=0):
            yield
    except locket.LockError:
        raise Busy(f"Another grade run is at work in {folder.parent.parent}. Wait for its end.") from None


def check_places(plan: Plan) -> None:
    """Refuse to write where hand-ins are, to take results for hand-ins, or places that a sandbox shows."""
    source, out, course = plan.source.resolve(), plan.out.resolve(), plan.course
    for place in (Path(course.root), source, out):
        if plan.protected and (folder := bubblewrap.exposed(place)):
            raise IntakeError(
                f"{place} stands in {folder}, which hand-ins can read since Python is there. Move it, or make"
                " Python's environment in a folder of its own, such as .venv."
            )
    if source.is_dir() and out.is_relative_to(source):
        raise IntakeError(f"{out} is inside {source}, where hand-ins are: name another folder with --out")
    ours = [course.autograded_directory, course.feedback_directory, out / "earlier", out / ".grading"]
    for folder in (Path(course.root, name).resolve() for name in ours):
        if source.is_relative_to(folder):
            raise IntakeError(f"{source} is a folder of results ({folder}), not of hand-ins")


def run(plan: Plan, start: Callable[[], Client], stop: Callable[[], None]) -> list[Result]:
    """Grade every hand-in of a lab on a cluster that is started when needed; return one result for each.

    Raise `CourseError`, `IntakeError` or `Busy`, which say what to do, if nothing could be graded at all.
    """
    check_places(plan)
    with only_one(plan.state), ThreadPoolExecutor(1) as aside:
        master = gradebook.read_master(plan.course, plan.lab)
        text = nbformat.writes(master)
        try:
            split.tests(text)
        except ValueError as wrong:  # of the lab's, so that nobody is run for it
            raise gradebook.CourseError(f"{plan.lab} cannot be judged: {wrong}.") from None

        def connect() -> Client:
            connected = start()
            try:  # without workers it would keep us waiting for ever
                connected.wait_for_workers(1, timeout=60)
            except TimeoutError:
                what = "start one: dask worker ADDRESS --nthreads 1"
                raise OSError(f"the cluster has no worker; {what}") from None
            if plan.protected:
                connected.run(warm, text)
            return connected

        if not (plan.state / "done").is_dir():  # workers start while we look at hand-ins
            connect = aside.submit(connect).result
        release = gradebook.register(plan.course, plan.lab)
        copies = plan.state / "intake"
        shutil.rmtree(copies, ignore_errors=True)
        place = Path(plan.course.root, "roster.csv")
        roster = read_roster(place) if place.is_file() else None
        hand_ins = gather(plan.source, plan.lab, release, copies, roster=roster)
        results: dict[str, Result] = {}
        try:
            _run_all(plan, connect, text, hand_ins, results)
        finally:
            aside.submit(stop)
            finish(plan, list(results.values()), hand_ins, roster or [], master)
            if (copies / "earlier").is_dir():
                shutil.copytree(copies / "earlier", plan.out / "earlier" / plan.lab, dirs_exist_ok=True)
            shutil.rmtree(copies, ignore_errors=True)
        return list(results.values())


def _run_all(plan: Plan, connect: Callable, master: str, hand_ins: list[HandIn], results: dict) -> None:
    cells = nbformat.reads(master, as_version=4).cells
    most = sum(cell.metadata.nbgrader.points for cell in cells if is_test(cell))
    todo: list[HandIn] = []

    def add(result: Result) -> None:
        results[result.student] = result
        plan.report(list(results.values()), len(hand_ins))

    for hand_in in hand_ins:
        if hand_in.status == "rejected":
            add(unmarked(plan, hand_in, most))
        elif (known := remembered(plan, hand_in, master)) is not None:
            add(known)
        elif plan.student in (None, hand_in.student):
            todo.append(hand_in)
    if not todo:
        return
    connected = connect()
    waiting, jobs = iter(todo), {}
    lab = connected.scatter(master, broadcast=True)  # once, not with each hand-in
    done = as_completed(loop=connected.loop)

    def send() -> None:
        """Keep every worker busy and no more: what waits here takes no memory."""
        free = 2 + 2 * sum(connected.nthreads().values()) - len(jobs)
        for hand_in in islice(waiting, max(free, 0)):
            job = connected.submit(run_job, make_job(plan, hand_in), lab, pure=False)
            jobs[job] = hand_in
            done.add(job)

    send()
    for finished in done:
        hand_in = jobs.pop(finished)
        try:
            (notebook, ran), started = finished.result(), time.monotonic()
            result = keep(plan, hand_in, notebook, ran, master, most)
            ran.seconds["results"] = time.monotonic() - started
        except Exception as error:  # or the worker died, three times, or could not work at all
            if of_this_machine(error):
                raise
            result = unmarked(plan, hand_in, most, Ran("crashed", [Reason("worker", detail=told(error))]))
        finished.release()
        add(result)
        send()


def of_this_machine(error: BaseException | None) -> bool:
    """Return whether the disk or the gradebook is the cause, and no single hand-in."""
    found = isinstance(error, (OSError, OperationalError))
    return found or (error is not None and of_this_machine(error.__cause__ or error.__context__))


def told(error: BaseException) -> str:
    """Return an error in words, without its message if a hand-in may have worded it."""
    ours = isinstance(error, (OSError, ImportError, KilledWorker))
    return f"{type(error).__name__}: {shown(error, 200)}" if ours else type(error).__name__


def make_job(plan: Plan, hand_in: HandIn) -> Job:
    """Return the task: the hand-in and its other files."""
    files = {str(path.relative_to(hand_in.folder)): path.read_bytes() for path in hand_in.others()}
    return Job(hand_in.notebook.read_text(encoding="utf-8"), files, plan.protected, plan.seed)
