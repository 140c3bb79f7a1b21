"""Runs one hand-in's notebook and says what its tests can be trusted to have shown.

Points are nbgrader's rule: an error, or anything on the error stream, in a test cell gives none. A hand-in
that passes a test although the test's must-fail variant passed too, or although what the test stands on was
replaced, or without the proof that the test's last statement ran, goes to a person (``review``). A hand-in
that does so without passing gains nothing and is not suspected. See `mustfail` and `probe`.
"""

import ast
import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils

from grading.judging import probe
from grading.judging.kernel import Answer, Budget, Kernel, KernelGone
from grading.judging.mustfail import Disguise, Variant, shown_hint
from grading.results.feedback import METADATA

PASSED, FAILED, NOT_RUN = "passed", "failed", "not run"


@dataclass
class Executed:
    """What came of a hand-in.

    Attributes
    ----------
    notebook
        With outputs; each test cell carries its verdict and hint in its metadata.
    status
        ``"graded"``, ``"review"`` or ``"crashed"``.
    reason
        For people; empty when there is nothing to say.
    tests
        ``{test cell: "passed", "failed" or "not run"}``.
    seconds
        ``{"start": , "import": , "compute": }``, wall-clock; import is the first code cell.
    threads
        The most threads seen at a time in the sandbox; 0 without one.
    """

    notebook: NotebookNode
    status: str = "graded"
    reason: str = ""
    tests: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    threads: int = 0


def execute(
    notebook: NotebookNode,
    master: NotebookNode,
    kernel_name: str,
    folder: Path,
    budget: Budget | None = None,
    kernel_dirs: Sequence[str] = (),
) -> Executed:
    """Run a hand-in, with its tests, in a new kernel.

    Parameters
    ----------
    notebook
        The hand-in as `grading.intake.rebuild` leaves it, the test cells whole, hidden tests included.
    master
        The solved lab; only the modules and functions that its given and test cells name are used.
    kernel_name
        Any installed Python kernel.
    folder
        The kernel's working folder.
    budget
        What the hand-in may use.
    kernel_dirs
        Where to look for the kernel's specification first.
    """
    kernel = Kernel(kernel_name, folder, budget or Budget(), kernel_dirs)
    return asyncio.run(_Run(notebook, master, kernel).whole())


def is_test(cell: NotebookNode) -> bool:
    """Return whether a cell gives automatic points."""
    return cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell)


class _Run:
    def __init__(self, notebook: NotebookNode, master: NotebookNode, kernel: Kernel) -> None:
        self.done = Executed(nbformat.from_dict(notebook))
        self.kernel, self.master = kernel, master
        self.random = random.SystemRandom()
        self.witness = f"_{self.random.getrandbits(48):012x}"
        self.question = probe.question(*probe.chains(master), self.witness)
        self.suspicions: list[str] = []

    async def whole(self) -> Executed:
        """Start a kernel, run all cells, end the kernel."""
        tests = [cell for cell in self.done.notebook.cells if is_test(cell)]
        self.done.tests = {cell.metadata.nbgrader.grade_id: NOT_RUN for cell in tests}
        started, where = time.monotonic(), "the start"
        try:
            await self.kernel.start()
            self.untouched = await self.fingerprint()
            code = probe.install(self.master, self.witness)
            if (await self.kernel.ask(code, where, silent=True)).status != "ok":
                raise RuntimeError("its tests cannot be watched in this kernel")
            self.done.seconds["start"] = time.monotonic() - started
            for number, cell in enumerate(self.done.notebook.cells, 1):
                if cell.cell_type == "code":
                    where = cell.metadata.get("nbgrader", {}).get("grade_id") or f"number {number}"
                    await self.timed(cell, where)
        except (KernelGone, RuntimeError, OSError, ValueError) as error:
            # ValueError: messages that the kernel's own session would not send
            self.done.status = "crashed"
            self.done.reason = f"The kernel was lost in cell {where}: {error or type(error).__name__}."
        finally:
            self.done.threads = self.kernel.most_threads
            await self.kernel.end()
        self.conclude()
        return self.done

    async def timed(self, cell: NotebookNode, where: str) -> None:
        """Run one cell and add its seconds to those of its kind."""
        kind = "compute" if "import" in self.done.seconds else "import"
        started = time.monotonic()
        await (self.test(cell, where) if is_test(cell) else self.plain(cell, where))
        self.done.seconds[kind] = self.done.seconds.get(kind, 0.0) + time.monotonic() - started

    async def plain(self, cell: NotebookNode, where: str) -> None:
        """Run a cell that gives no points."""
        if cell.source.strip():
            answer = await self.kernel.ask(cell.source, where)
            cell.outputs = answer.outputs

    async def test(self, cell: NotebookNode, where: str) -> None:
        """Run a test cell: the real variant once, must-fail variants before or after it."""
        disguise = Disguise(cell.source, scope=probe.scope(cell, self.master, self.witness))
        odd = []
        before = self.random.choice(("turn", "put in", "both"))
        if before != "put in":
            odd.append(await self.must_fail(disguise.must_fail(turn_a_check=True), where))
        if before != "turn":
            odd.append(await self.must_fail(disguise.must_fail(), where))
        real = disguise.real()
        answer = await self.kernel.ask(real.source, where, {"proof": real.expression})
        state = await self.fingerprint()
        if self.random.random() < 0.5:
            odd.append(await self.must_fail(disguise.must_fail(at_the_top=True), where))
        errors = [output for output in answer.outputs if output.output_type == "error"]
        warned = [output for output in answer.outputs if output.get("name") == "stderr"]
        printed = [output for output in answer.outputs if output.get("name") == "stdout"]
        if answer.status != "ok" and not errors:
            errors = [answer.error or new_output("error", ename="Error", evalue="no result", traceback=[])]
        # The error comes first, or nbgrader might count something that was printed before it.
        cell.outputs = errors + warned + printed
        passed = not errors and not warned
        hint = shown_hint(cell.source, errors[0].evalue) if errors else ""
        self.done.tests[where] = PASSED if passed else FAILED
        cell.metadata[METADATA] = {"verdict": self.done.tests[where], "hint": hint}
        if not passed:
            return
        if any(odd) and await self.passes_again(disguise, where):
            self.suspicions.append(f"{where} also passed where it must fail")
        if not self.proved(answer, real):
            self.suspicions.append(f"{where} did not run to its end")
        replaced, seen = probe.changed(self.untouched, state, cell.source, real.marks)
        if replaced:
            self.suspicions.append(f"at {where} these had been replaced: {', '.join(replaced[:5])}")
        if seen:
            self.suspicions.append(f"the hand-in, during {where}: {', '.join(seen)}")

    async def must_fail(self, variant: Variant, where: str) -> bool:
        """Return whether a must-fail variant passed, which it must not."""
        return (await self.kernel.ask(variant.source, where)).status == "ok"

    async def passes_again(self, disguise: Disguise, where: str) -> bool:
        """Return whether must-fail variants go on passing: one pass may be a test's random numbers."""
        again = [disguise.must_fail(), disguise.must_fail(turn_a_check=True), disguise.must_fail(True)]
        return any([await self.must_fail(variant, where) for variant in again])

    @staticmethod
    def proved(answer: Answer, variant: Variant) -> bool:
        """Return whether the value that the last statement leaves behind came back."""
        found = answer.expressions.get("proof", {})
        return found.get("data", {}).get("text/plain") == str(variant.value)

    async def fingerprint(self) -> str:
        """Return the kernel's state, as `grading.judging.probe` describes it."""
        code, expression = self.question
        answer = await self.kernel.ask(code, "check", {"state": expression}, silent=True)
        found = answer.expressions.get("state", {}).get("data", {}).get("text/plain", "''")
        try:
            return str(ast.literal_eval(found))
        except (ValueError, SyntaxError):
            return ""

    def conclude(self) -> None:
        """Set verdicts of tests that were not run, the status and the reason."""
        for cell in self.done.notebook.cells:
            if is_test(cell):
                verdict = {"verdict": self.done.tests[cell.metadata.nbgrader.grade_id], "hint": ""}
                cell.metadata.setdefault(METADATA, verdict)
        if self.done.status != "crashed" and self.suspicions:
            self.done.status = "review"
            self.done.reason = "Possible tampering: " + "; ".join(self.suspicions) + "."
        self.done.reason = " ".join(filter(None, (self.done.reason, *self.kernel.stopped[:3])))
