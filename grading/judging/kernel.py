"""One kernel that a hand-in runs in, asked from outside within limits of time and output."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import zmq
import zmq.asyncio
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_output

from grading.judging.outputs import append, output, stop

KEPT = ("stream", "display_data", "execute_result", "error")
LARGEST_MESSAGE = 20_000_000  # bytes; a larger one is cut off by the socket before it fills the memory
GRACE_SECONDS = 5.0  # for a kernel to answer an interrupt
START_SECONDS = 120.0


@dataclass(frozen=True)
class Budget:
    """What one hand-in may use while it is run: seconds, and bytes and number of outputs."""

    cell_seconds: float = 120.0
    total_seconds: float = 600.0
    cell_bytes: int = 1_000_000
    total_bytes: int = 8_000_000
    cell_messages: int = 2_000


class KernelGone(Exception):
    """The kernel died, or had to be killed; the message says which."""


@dataclass
class Answer:
    """What one request to the kernel gave."""

    outputs: list[NotebookNode]
    status: str = "none"
    error: NotebookNode | None = None
    expressions: dict = field(default_factory=dict)
    stopped: str = ""


class Kernel:
    """A running kernel.

    Parameters
    ----------
    name
        Any installed Python kernel.
    folder
        The kernel's working folder.
    budget
        What it may use. What it was stopped for is kept in ``stopped``, as sentences.
    kernel_dirs
        Where to look for the kernel's specification first.
    """

    def __init__(self, name: str, folder: Path, budget: Budget, kernel_dirs: Sequence[str] = ()) -> None:
        self.name, self.folder, self.budget = name, folder, budget
        self.kernel_dirs = list(kernel_dirs)
        self.bytes_left = budget.total_bytes
        self.stopped: list[str] = []
        self.client = None

    async def start(self) -> None:
        """Start it and wait until it answers."""
        self.deadline = time.monotonic() + self.budget.total_seconds
        self.context = zmq.asyncio.Context()
        self.context.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)
        self.context.setsockopt(zmq.RCVHWM, 100)
        self.sockets = tempfile.TemporaryDirectory(prefix="k")
        self.manager = AsyncKernelManager(kernel_name=self.name, context=self.context)
        specifications = self.manager.kernel_spec_manager
        specifications.kernel_dirs = [*self.kernel_dirs, *specifications.kernel_dirs]
        if sys.platform != "win32":  # files instead of ports, which two kernels might both pick
            self.manager.transport, self.manager.ip = "ipc", f"{self.sockets.name}/k"
        profile = os.environ | {"COURSE_PROFILE": "reduced"}
        await self.manager.start_kernel(cwd=str(self.folder), env=profile)
        self.client = self.manager.client(context=self.context)
        self.client.start_channels()
        await self.client.wait_for_ready(timeout=START_SECONDS)

    @property
    def most_threads(self) -> int:
        """The most threads seen at a time in its sandbox; 0 without one."""
        return getattr(getattr(self, "manager", None) and self.manager.provisioner, "most_threads", 0)

    async def end(self) -> None:
        """End it and all that belongs to it."""
        if self.client is not None:
            self.client.stop_channels()
        if self.manager.has_kernel:
            await self.manager.shutdown_kernel(now=True)
        self.context.destroy(linger=0)
        self.sockets.cleanup()

    async def ask(
        self, code: str, where: str, expressions: dict[str, str] | None = None, silent: bool = False
    ) -> Answer:
        """Send code to the kernel and wait, within the limits of time and output."""
        answer, size, count = Answer([]), 0, 0
        seconds = min(self.budget.cell_seconds, self.deadline - time.monotonic())
        if seconds <= 0:
            raise KernelGone(f"the whole took more than {self.budget.total_seconds:g} s")
        limit = time.monotonic() + seconds

        def keep(message: dict) -> None:
            nonlocal size, count
            kind, content = message["msg_type"], message["content"]
            if kind == "error" and answer.error is None:
                answer.error = output(kind, content)
            if kind not in KEPT or answer.stopped:
                return
            size += sum(map(len, map(repr, content.values())))
            count += 1
            if size > min(self.budget.cell_bytes, self.bytes_left) or count > self.budget.cell_messages:
                answer.stopped = "it printed too much"
                return
            append(answer.outputs, output(kind, content))

        asked = asyncio.ensure_future(
            self.client.execute_interactive(
                code,
                silent=silent,
                store_history=False,
                user_expressions=expressions,
                allow_stdin=False,
                stop_on_error=False,
                output_hook=keep,
            )
        )
        try:
            reply = await self.wait(asked, answer, limit)
        finally:
            if not asked.done():
                asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
        self.bytes_left -= min(size, self.bytes_left)
        content = reply["content"]
        answer.status = "error" if answer.stopped else content.get("status", "none")
        answer.expressions = content.get("user_expressions") or {}
        if answer.status == "error" and answer.error is None and "ename" in content:
            answer.error = output("error", content)
        if answer.stopped:
            self.stopped.append(f"Cell {where} was stopped: {answer.stopped}.")
            answer.outputs = stop(answer.outputs, answer.stopped)
        elif answer.status == "error" and not any(o.output_type == "error" for o in answer.outputs):
            answer.outputs.insert(
                0, answer.error or new_output("error", ename="Error", evalue="", traceback=[])
            )
        return answer

    async def wait(self, asked: asyncio.Future, answer: Answer, limit: float) -> dict:
        """Return the reply; interrupt a cell that goes too far, and give up on a kernel that goes on."""
        given_up = None
        while True:
            finished, _ = await asyncio.wait({asked}, timeout=0.2)
            if finished:
                return asked.result()
            now = time.monotonic()
            if not await self.manager.is_alive():
                why = getattr(self.manager.provisioner, "ended", None)
                raise KernelGone(why or "the process ended by itself")
            if now > limit and not answer.stopped:
                answer.stopped = "it took too long"
            if answer.stopped and given_up is None:
                given_up = now + GRACE_SECONDS
                await self.manager.interrupt_kernel()
            if given_up is not None and now > given_up:
                raise KernelGone(f"{answer.stopped}, and did not stop when interrupted")
