"""One hand-in as one task: what a worker gets, does, and gives back. The sandbox travels with it."""

import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grading.execute import Executed, execute
from grading.kernel import Budget
from grading.limits import Limits, sweep
from grading.probe import aliases
from grading.provisioner import KERNEL_NAME, install_kernelspec

PLAIN_KERNEL = "python3"
HEAVY = {"helpers", "keras", "tensorflow"}  # modules whose import is worth forking for


@dataclass(frozen=True)
class Job:
    """A hand-in to run.

    Attributes
    ----------
    student, lab
        Names of the folders.
    notebook, master
        JSON of the rebuilt hand-in with all its tests, and of the solved lab.
    files
        ``{path: bytes}`` of the other files of the hand-in.
    protected
        Whether the kernel is closed in; without, the hand-in's code can do what its grader can do.
    budget, limits
        What the hand-in may use.
    """

    student: str
    lab: str
    notebook: str
    master: str
    files: dict[str, bytes]
    protected: bool = True
    budget: Budget = field(default_factory=Budget)
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Outcome:
    """What a worker gives back: the executed notebook as JSON, and what `grading.execute` found."""

    student: str
    notebook: str
    status: str
    reason: str
    tests: dict[str, str]
    seconds: dict[str, float]
    worker: int


# Kernels are forked from a process that has imported TensorFlow, if the lab needs it, until that fails.
_can_fork = True


def run_job(job: Job) -> Outcome:
    """Run one hand-in in a folder of its own, which is gone afterwards."""
    global _can_fork
    sweep()  # what a run that was killed left on this machine
    started = time.monotonic()
    master = nbformat.reads(job.master, as_version=4)
    heavy = any(name.split(".")[0] in HEAVY for name in aliases(master).values())
    done = _run_in_a_folder(job, master, fast=heavy and _can_fork)
    if heavy and _can_fork and job.protected and "start" not in done.seconds:
        _can_fork = False  # nested sandboxes may be forbidden on this machine
        done = _run_in_a_folder(job, master, fast=False)
    spent = {"import": done.seconds.get("import", 0.0), "compute": done.seconds.get("compute", 0.0)}
    spent["rest"] = time.monotonic() - started - sum(spent.values())
    text = nbformat.writes(done.notebook)
    return Outcome(job.student, text, done.status, done.reason, done.tests, spent, os.getpid())


def _run_in_a_folder(job: Job, master: NotebookNode, fast: bool) -> Executed:
    with tempfile.TemporaryDirectory(prefix="gan-course-hand-in-") as name:
        work, specifications = Path(name) / "work", Path(name) / "share"
        work.mkdir()
        for path, content in job.files.items():
            target = work / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if job.protected:
            install_kernelspec(specifications, job.limits, fast=fast)
        return execute(
            nbformat.reads(job.notebook, as_version=4),
            master,
            KERNEL_NAME if job.protected else PLAIN_KERNEL,
            work,
            job.budget,
            kernel_dirs=[str(specifications / "kernels")] if job.protected else [],
        )
