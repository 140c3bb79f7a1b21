"""One hand-in as one task: what a worker gets, does, and gives back. The sandbox travels with it."""

import contextlib
import shutil
import time
from dataclasses import dataclass, field

import nbformat
from nbformat import NotebookNode

from grading.judging.execute import execute
from grading.judging.kernel import Budget
from grading.judging.split import tests
from grading.records import Ran
from grading.sandbox import forkclient
from grading.sandbox.forkclient import is_heavy, prefork
from grading.sandbox.limits import Limits, make_run_folder, sweep
from grading.sandbox.provisioner import KERNEL_NAME, install_kernelspec


@dataclass(frozen=True)
class Job:
    """A hand-in to run."""

    notebook: str  # JSON of the rebuilt hand-in with all its tests
    files: dict[str, bytes]  # of the hand-in beside it, by path
    protected: bool = True  # without, its code can do what its grader can do
    seed: int | None = None  # what the tests' inputs are drawn from; a new one if None
    budget: Budget = field(default_factory=Budget)
    limits: Limits = field(default_factory=Limits)


# Kernels are forked from a process that has imported TensorFlow, if the lab needs it, until that fails.
_can_fork = True


def warm(master: str) -> None:
    """Let this worker import and part what a lab (JSON) needs, before its first hand-in comes."""
    if is_heavy(master) and _can_fork:
        with contextlib.suppress(OSError):  # the first hand-in will say so
            prefork(Limits())
    tests(master)  # meanwhile; it is kept


def run_job(job: Job, master: str) -> tuple[str, Ran]:
    """Run one hand-in of a lab (JSON of the solved one) in a folder of its own, which is gone afterwards.

    A kernel that does not start, or whose fork server ends meanwhile, is tried again: with a new fork server,
    then without forking. Raise OSError if no kernel can be started.
    """
    global _can_fork
    sweep()  # what a run that was killed left on this machine
    started, heavy = time.monotonic(), job.protected and is_heavy(master)
    for left in range(2 if heavy and _can_fork else 1, -1, -1):
        try:
            notebook, ran = _run_in_a_folder(job, master, fast=heavy and _can_fork)
        except OSError:
            if not left:
                raise
            _can_fork = _can_fork and left > 1  # nested sandboxes may be forbidden on this machine
        else:
            lost = ran.status == "crashed" and any(reason.kind == "lost" for reason in ran.reasons)
            if not (left and lost):
                break
        forkclient.retire()
    ran.seconds["rest"] = time.monotonic() - started - sum(ran.seconds.values())
    return nbformat.writes(notebook), ran


def _run_in_a_folder(job: Job, master: str, fast: bool) -> tuple[NotebookNode, Ran]:
    place = make_run_folder()  # swept by a later run if this one is killed
    try:
        work, specifications = place / "work", place / "share"
        work.mkdir()
        for path, content in job.files.items():
            target = work / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if job.protected:
            install_kernelspec(specifications, job.limits, fast=fast)
        name, dirs = (KERNEL_NAME, [str(specifications / "kernels")]) if job.protected else ("python3", [])
        notebook = nbformat.reads(job.notebook, as_version=4)
        return execute(notebook, master, name, work, job.budget, dirs, job.seed)
    finally:
        shutil.rmtree(place, ignore_errors=True)
