"""Runs one hand-in's notebook, and has its tests judged outside of the process that runs it.

Two kernels: one runs the hand-in's cells and, in the place of each test, what the test observes; the other
draws the inputs before and judges what came back, and never sees anything of the hand-in but that data. A
test cell that is not written so (`split`) is run as it stands, beside the answers, and is named as such.
"""

import asyncio
import json
import secrets
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from grading.judging import split
from grading.judging.judges import bench
from grading.judging.kernel import (
    ON_STREAM,
    STOPPED,
    Answer,
    Budget,
    Kernel,
    KernelGone,
    NoKernel,
    with_plain,
)
from grading.records import JUDGED, METADATA, Ran, Reason

PASSED, FAILED, NOT_RUN = "passed", "failed", "not run"
JUDGE_SECONDS = 60.0


def execute(
    notebook: NotebookNode,
    master: str,
    kernel_name: str,
    folder: Path,
    budget: Budget | None = None,
    kernel_dirs: Sequence[str] = (),
    seed: int | None = None,
) -> tuple[NotebookNode, Ran]:
    """Run a rebuilt hand-in with the tests of the master (JSON); inputs come from the seed, or a new one."""
    seed = secrets.randbits(64) if seed is None else seed
    make = partial(Kernel, kernel_name, budget=budget or Budget(), kernel_dirs=kernel_dirs)
    run = _Run(nbformat.from_dict(notebook), master, make(folder), partial(make, None), Ran(seed=seed))
    return run.bench.runner.run(run.whole())


class _Run:
    def __init__(
        self, notebook: NotebookNode, master: str, kernel: Kernel, new_judge: Callable[[], Kernel], ran: Ran
    ) -> None:
        self.notebook, self.kernel, self.new_judge, self.ran = notebook, kernel, new_judge, ran
        self.tests, self.judge, self.bench = split.tests(master), None, bench()
        cells = [cell for cell in nbformat.reads(master, as_version=4).cells if cell.cell_type == "code"]
        self.given = {cell.source for cell in cells if not split.is_answer(cell)}
        self.sources = {c.metadata.nbgrader.grade_id: c.source for c in cells if split.is_test(c)}
        self.seconds = {"plain": kernel.budget.total_seconds, "test": kernel.budget.test_seconds}

    async def whole(self) -> tuple[NotebookNode, Ran]:
        """Start the kernels, run all cells, end the kernels."""
        cells = [cell for cell in self.notebook.cells if cell.cell_type == "code"]
        self.ran.tests = {c.metadata.nbgrader.grade_id: NOT_RUN for c in cells if split.is_test(c)}
        started, where = time.monotonic(), "the start"
        try:
            both = await asyncio.gather(self.kernel.start(), self.start_judge(), return_exceptions=True)
            for error in filter(None, both):  # when both have come to an end, so that none is left behind
                raise error
            self.inputs = await self.drawn()
            self.ran.seconds["start"] = time.monotonic() - started
            for number, cell in enumerate(self.notebook.cells, 1):
                if cell.cell_type == "code":
                    where = cell.metadata.get("nbgrader", {}).get("grade_id") or f"number {number}"
                    await self.timed(cell, where)
            good = (self.ran.status, self.ran.reasons) == ("graded", [])
            if good and self.judge and self.kernel.kernel_dirs:  # it is a closed one
                self.bench.judge, self.judge = self.judge, None
        except NoKernel:
            raise
        except Exception as error:
            if not self.ran.seconds["start"]:  # nothing of the hand-in has run: it is the machine's fault
                raise NoKernel(f"a closed kernel could not be started: {error}") from error
            # Not gone means: messages came that a kernel's own session would not send.
            gone = error if isinstance(error, KernelGone) else KernelGone("protocol")
            if NOT_RUN in self.ran.tests.values():  # else all marks are made, and stand
                self.ran.status = "crashed"
            self.ran.reasons.insert(0, Reason(gone.kind, where, gone.detail))
        finally:
            await asyncio.gather(*(k.end() for k in (self.kernel, self.judge) if k), return_exceptions=True)
        for cell in filter(split.is_test, self.notebook.cells):
            where = cell.metadata.nbgrader.grade_id
            if self.ran.tests[where] == NOT_RUN:  # no outputs at all would be full points
                self.conclude(cell, where, NOT_RUN, "", [])
        return self.notebook, self.ran

    async def start_judge(self) -> None:
        """Start a kernel that judges, and tell it the tests."""
        if not self.tests:
            return
        tests = {name: [t.outside, [[d, j, n] for d, _, j, n in t.runs]] for name, t in self.tests.items()}
        code = f"exec({with_plain('judge.py')!r})\n_judge = Judge({self.ran.seed}, {tests!r})"
        self.judge = self.new_judge()
        try:
            self.judge = await self.bench.take(self.judge)
            answer = await self.judge.ask(code, JUDGE_SECONDS, silent=True)
        except (KernelGone, RuntimeError, OSError, ValueError) as error:
            raise NoKernel(f"a judge could not be started: {error}") from error
        if answer.status != "ok":
            raise NoKernel(f"a judge could not be started: {answer.error and answer.error.evalue}")

    async def drawn(self) -> dict[str, list[str]]:
        """Return the packed inputs of all tests."""
        if not self.tests:
            return {}
        answer = await self.judge.ask("tell({n: _judge.draw(n) for n in _judge.tests})", JUDGE_SECONDS)
        if answer.told is None:
            raise RuntimeError(f"a test's inputs could not be drawn: {answer.error and answer.error.evalue}")
        return json.loads(answer.told)

    async def timed(self, cell: NotebookNode, where: str) -> None:
        """Run one cell within what is left of its kind's seconds; add those it took to its part's."""
        kind, started = "test" if split.is_test(cell) else "plain", time.monotonic()
        part = {"test": "tests", "plain": "cells"}[kind] if self.ran.seconds["import"] else "import"
        if self.seconds[kind] > 0:
            run = self.plain if kind == "plain" else self.outside if where in self.tests else self.in_process
            await run(cell, where)
        elif not any(reason.kind == f"{kind} time" for reason in self.ran.reasons):
            self.ran.reasons.append(Reason(f"{kind} time", where))
        spent = time.monotonic() - started
        self.seconds[kind] -= spent
        self.ran.seconds[part] += spent

    async def asked(self, where: str, code: str, kind: str, expression: bool = False) -> Answer:
        """Run code beside the answers; note if it was stopped, or some of its outputs were left out."""
        answer = await self.kernel.ask(code, self.seconds[kind], expression=expression)
        noted = answer.stopped or (answer.left_out and "left out")
        if noted and sum(reason.kind == noted for reason in self.ran.reasons) < 3:
            self.ran.reasons.append(Reason(noted, where))
        return answer

    async def plain(self, cell: NotebookNode, where: str) -> None:
        """Run a cell that gives no points."""
        if cell.source.strip():
            answer = await self.asked(where, cell.source, "plain")
            cell.outputs = answer.outputs
            if answer.status == "error" and not answer.stopped and cell.source in self.given:
                self.ran.reasons.append(Reason("given cell", where))

    async def outside(self, cell: NotebookNode, where: str) -> None:
        """Let the hand-in compute on a test's inputs, and the judge say what that is worth."""
        test, token = self.tests[where], secrets.token_hex(8)
        names = [observe for _, observe, _, times in test.runs for _ in range(times)]
        task = {"source": test.inside, "file": f"<{where}>", "theirs": test.theirs, "token": token}
        task["runs"] = list(zip(names, self.inputs[where], strict=True))
        space = f"{{'task': __import__('json').loads({json.dumps(task)!r}), 'shell': get_ipython()}}"
        code = (
            with_plain("observer.py") + "\n\nobserve_all(task, shell)\nshell.events.trigger('post_execute')"
        )
        answer = await self.asked(where, f"exec({code!r}, {space})", "test", expression=True)
        if answer.stopped:
            verdict = {"verdict": FAILED, "hint": f"Stopped: {STOPPED[answer.stopped]}.", "kind": ""}
        elif answer.told is None or not answer.told.startswith(token):
            verdict = {"verdict": FAILED, "hint": "Nothing came back from your code.", "kind": "malformed"}
        else:
            started = time.monotonic()
            verdict = await self.judged(where, answer.told[len(token) :])
            self.ran.seconds["judging"] += (spent := time.monotonic() - started)
            self.ran.seconds["tests"] -= spent  # counts it too
            written = [o.text for o in answer.outputs if o.get("name") == "stderr"]
            if verdict["verdict"] == PASSED and written:  # by a logger that holds the stream itself
                verdict = {"verdict": FAILED, "hint": f"{ON_STREAM}{written[0][:200]}", "kind": ""}
        if verdict["kind"]:
            self.ran.reasons.append(Reason(verdict["kind"], where))
            if verdict["kind"] != "error":
                self.ran.status = "review"
        self.conclude(cell, where, verdict["verdict"], verdict["hint"], answer.outputs)

    async def judged(self, where: str, reply: str) -> dict[str, str]:
        """Return the judge's verdict; a judge that is lost is replaced, and the new one asked once more."""
        if not (reply.isascii() and reply.isprintable()):  # as text of a program it would grow fivefold
            reply = ""  # no data either
        code = f"tell(_judge.judge({where!r}, {reply!r}))"
        for _ in range(2):
            try:
                answer = await self.judge.ask(code, JUDGE_SECONDS, expression=True)
                if answer.told is not None:
                    return json.loads(answer.told)
                break
            except (KernelGone, RuntimeError, OSError, ValueError) as error:
                await asyncio.gather(self.judge.end(), return_exceptions=True)
                await self.start_judge()
                if getattr(error, "kind", "ended") not in ("ended", "lost", "wall", "sent"):
                    break  # it was ended for what this reply made it do
        hint = "What came back from your code cannot be judged."
        return {"verdict": FAILED, "hint": hint, "kind": "too much"}

    async def in_process(self, cell: NotebookNode, where: str) -> None:
        """Run a test as it stands beside the answers: an error, or anything on the error stream, fails it."""
        answer = await self.asked(where, self.sources[where], "test")
        self.ran.in_process.append(where)
        errors = [output for output in answer.outputs if output.output_type == "error"]
        warned = [output for output in answer.outputs if output.get("name") == "stderr"]
        hint = errors[0].evalue if errors else warned and f"{ON_STREAM}{warned[0].text[:200]}"
        self.conclude(cell, where, FAILED if hint or errors else PASSED, hint or "", answer.outputs)

    def conclude(self, cell: NotebookNode, where: str, verdict: str, hint: str, outputs: list) -> None:
        """Write a verdict into the test cell in the way that nbgrader counts points: an error gives none."""
        kept = [o for o in outputs if o.output_type != "error" and o.get("name") != "stderr"]
        raised = [line for o in outputs if o.output_type == "error" for line in o.traceback]
        if raised:  # as text: nbgrader counts an error as ours
            kept.append(new_output("stream", name="stdout", text="\n".join(raised)))
        error = new_output("error", ename=JUDGED, evalue=hint, traceback=[hint])
        cell.outputs = kept if verdict == PASSED else [error, *kept]
        self.ran.tests[where] = verdict
        cell.source = self.sources[where]
        outside = "yes" if where in self.tests else ""
        cell.metadata[METADATA] = {"verdict": verdict, "hint": hint, "outside": outside}
