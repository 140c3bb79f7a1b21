"""One hand-in as one task: what a worker gets, does, and gives back. The sandbox travels with it."""

import os
import re
import shutil
import time
from dataclasses import dataclass, field

import nbformat
from nbformat import NotebookNode

from grading.intake.names import shown
from grading.judging.execute import Executed, execute
from grading.judging.kernel import Budget
from grading.judging.probe import aliases
from grading.sandbox.limits import Limits, make_run_folder, sweep
from grading.sandbox.provisioner import KERNEL_NAME, install_kernelspec

PLAIN_KERNEL = "python3"
LONGEST_REASON = 800  # characters
# What `judging.execute` says of a kernel in its own words; the text of other errors may be a hand-in's.
OWN_WORDS = re.compile(
    r"The kernel was lost in cell [\w .-]{1,150}: "
    r"(?:the process ended by itself|the whole took more than [\d.]+ s"
    r"|it (?:took too long|printed too much), and did not stop when interrupted|it ran longer than [\d.]+ s"
    r"|its processes used more than \d+ MiB|its tests cannot be watched in this kernel)\."
)
IN_A_CELL = re.compile(r"The kernel was lost in cell (?!the start:)[\w .-]{1,150}: ")
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
    """What a worker gives back: the executed notebook as JSON, and what `grading.judging.execute` found."""

    student: str
    notebook: str
    status: str
    reason: str
    tests: dict[str, str]
    seconds: dict[str, float]
    threads: int
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
    spent = {part: done.seconds.get(part, 0.0) for part in ("start", "import", "compute")}
    spent["rest"] = time.monotonic() - started - sum(spent.values())
    text = nbformat.writes(done.notebook)
    reason = plain_reason(done.reason)
    return Outcome(job.student, text, done.status, reason, done.tests, spent, done.threads, os.getpid())


def plain_reason(reason: str) -> str:
    """Return a reason on one line, with nothing in it that a hand-in could have worded."""
    found = IN_A_CELL.match(reason)
    if found and not OWN_WORDS.match(reason):
        return f"{found[0]}it sent what no kernel of Jupyter sends."
    return shown(" ".join(reason.split()), LONGEST_REASON)


def _run_in_a_folder(job: Job, master: NotebookNode, fast: bool) -> Executed:
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
        return execute(
            nbformat.reads(job.notebook, as_version=4),
            master,
            KERNEL_NAME if job.protected else PLAIN_KERNEL,
            work,
            job.budget,
            kernel_dirs=[str(specifications / "kernels")] if job.protected else [],
        )
    finally:
        shutil.rmtree(place, ignore_errors=True)
