"""One kernel that a hand-in runs in, asked from outside within limits of time and output."""

import asyncio
import contextlib
import os
import queue
import re
import runpy
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import zmq
import zmq.asyncio
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_output

HERE = Path(__file__).parent
PLAIN = HERE.parents[1] / "helpers" / "plain.py"
_names = runpy.run_path(str(PLAIN))  # importing it would start TensorFlow, as all of helpers does
MIME, ON_STREAM = _names["MIME"], _names["ON_STREAM"]
STOPPED = {"slow": "it took too long", "flood": "it printed without end"}
KEPT = ("stream", "display_data", "execute_result", "error")
LARGEST_MESSAGE = 20_000_000  # bytes; a larger one is cut off by the socket before it fills the memory
MOST_WAITING = 10  # messages at each of five sockets
GRACE_SECONDS = 10.0  # for a kernel to answer an interrupt
START_SECONDS = 120.0
LONGEST_LINE, MOST_LINES = 5_000, 50  # of an error


@dataclass(frozen=True)
class Budget:
    """What one hand-in may use while it is run."""

    cell_seconds: float = 120.0
    total_seconds: float = 300.0  # of all cells without points
    test_seconds: float = 300.0  # of all tests
    cell_bytes: int = 1_000_000  # of outputs that are kept
    total_bytes: int = 8_000_000
    cell_messages: int = 2_000
    flood_bytes: int = 60_000_000  # of a cell, at which it is stopped


class KernelGone(Exception):
    """The kernel died, or had to be killed; ``kind`` and ``detail`` are those of a `Reason`."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind, self.detail = kind, detail


class NoKernel(OSError):
    """No closed kernel can be started on this machine: no fault of a hand-in."""


@dataclass
class Answer:
    """What one request to the kernel gave."""

    outputs: list[NotebookNode]
    status: str = "none"
    error: NotebookNode | None = None
    stopped: str = ""  # the kind of the limit that was reached
    left_out: bool = False
    told: str | None = None  # what came for the judge


class Kernel:
    """A running kernel: any Python kernel that is installed, or specified in ``kernel_dirs``."""

    def __init__(self, name: str, folder: Path | None, budget: Budget, kernel_dirs: Sequence = ()) -> None:
        self.name, self.folder, self.budget = name, folder, budget  # no folder: one of its own, empty
        self.kernel_dirs = list(kernel_dirs)
        self.bytes_left = budget.total_bytes
        self.client = None
        files = [Path(place, name, "kernel.json") for place in kernel_dirs]
        self.kind = name, budget, tuple(file.read_text() for file in files if file.is_file())

    async def start(self) -> None:
        """Start it and wait until it answers."""
        self.started = time.monotonic()
        self.context = zmq.asyncio.Context()
        self.context.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)
        self.context.setsockopt(zmq.RCVHWM, MOST_WAITING)
        self.sockets = tempfile.TemporaryDirectory(prefix="k")
        self.manager = AsyncKernelManager(kernel_name=self.name, context=self.context)
        specifications = self.manager.kernel_spec_manager
        specifications.kernel_dirs = [*self.kernel_dirs, *specifications.kernel_dirs]
        if sys.platform != "win32":  # files instead of ports, which two kernels might both pick
            self.manager.transport, self.manager.ip = "ipc", f"{self.sockets.name}/k"
        profile = os.environ | {"COURSE_PROFILE": "reduced"}
        await self.manager.start_kernel(cwd=str(self.folder or self.sockets.name), env=profile)
        self.client = self.manager.client(context=self.context)
        self.client.start_channels()
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and await self.manager.is_alive():
            self.client.kernel_info()
            with contextlib.suppress(queue.Empty):  # jupyter_client's own way waits a fifth of a second more
                await self.client.get_iopub_msg(timeout=1.0)  # so we hear what it will print
                return
        raise RuntimeError("it died at its start, or took too long")

    async def end(self) -> None:
        """End it and all that belongs to it."""
        if self.client is not None:
            self.client.stop_channels()
        if self.manager.has_kernel:
            with contextlib.suppress(TimeoutError):  # asked for by itself, its end is noticed at once
                await self.manager.provisioner.kill()
                await asyncio.wait_for(self.manager.provisioner.wait(), 5)
            await self.manager.shutdown_kernel(now=True)
        self.context.destroy(linger=0)
        self.sockets.cleanup()

    async def ask(self, code: str, seconds: float, silent: bool = False, expression: bool = False) -> Answer:
        """Send code and wait, so many seconds at most; as no ``expression`` 15 MB take 20 s to begin."""
        answer, size, count = Answer([]), 0, 0
        limit = time.monotonic() + min(self.budget.cell_seconds, seconds)

        def keep(message: dict) -> None:
            nonlocal size, count
            kind, content = message["msg_type"], message["content"]
            if kind == "error" and answer.error is None:
                answer.error = output(kind, content)
            if kind not in KEPT or answer.stopped:
                return
            told = dict(content.get("data") or {}).get(MIME) if kind == "display_data" else None
            if type(told) is str and answer.told is None:
                answer.told = told  # its size is limited by that of a message
                return
            if type(told) is str:
                answer.told = ""  # the observer sends one reply: which of two was it?
            length = sum(map(len, map(repr, content.values())))
            size, count, most = size + length, count + 1, self.budget.cell_messages
            if size > self.budget.flood_bytes or count > 20 * most:
                answer.stopped = "flood"
            elif kind == "error" or (size <= min(self.budget.cell_bytes, self.bytes_left) and count <= most):
                append(answer.outputs, output(kind, content))
            else:
                answer.left_out = True

        options = {"store_history": False, "allow_stdin": False, "stop_on_error": False, "output_hook": keep}
        options |= {"silent": silent or expression, "user_expressions": {"asked": code} if expression else {}}
        sent = self.client.execute_interactive("pass" if expression else code, **options)
        asked = asyncio.ensure_future(sent)
        try:
            reply = await self.wait(asked, answer, limit)
        finally:
            if not asked.done():
                asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
        self.bytes_left -= min(size, self.bytes_left)
        content = reply["content"]
        answer.status = "error" if answer.stopped else content.get("status", "none")
        if answer.status == "error" and answer.error is None and "ename" in content:
            answer.error = output("error", content)
        if answer.stopped:
            why = STOPPED[answer.stopped]
            answer.outputs = [output for output in answer.outputs if output.output_type != "error"]
            error = new_output("error", ename="Stopped", evalue=why, traceback=[f"Stopped: {why}."])
            answer.outputs.append(error)
        elif answer.status != "ok" and not any(o.output_type == "error" for o in answer.outputs):
            answer.outputs.insert(0, answer.error or output("error", {"ename": "Error"}))
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
                raise KernelGone(*(getattr(self.manager.provisioner, "ended", None) or ("ended",)))
            if now > limit and not answer.stopped:
                answer.stopped = "slow"
            if answer.stopped and given_up is None:
                given_up = now + GRACE_SECONDS
                await self.manager.interrupt_kernel()
            if given_up is not None and now > given_up:
                raise KernelGone("deaf")


def with_plain(name: str) -> str:
    """Return the text of a module of ours after that of `helpers.plain`: kernels may have none of them."""
    text = re.sub(r"from helpers.plain import .*\n", "", (HERE / name).read_text(encoding="utf-8"))
    return PLAIN.read_text(encoding="utf-8") + "\n\n" + text


def output(kind: str, content: dict) -> NotebookNode:
    """Return an output cell from a message; whatever is not as it should be becomes plain text."""
    if kind == "stream":
        name = "stderr" if content.get("name") == "stderr" else "stdout"
        return new_output("stream", name=name, text=str(content.get("text", "")))
    if kind == "error":  # always kept, so never long
        lines = [str(line)[:LONGEST_LINE] for line in content.get("traceback") or []][-MOST_LINES:]
        name, value = (str(content.get(part, ""))[:LONGEST_LINE] for part in ("ename", "evalue"))
        return new_output("error", ename=name, evalue=value, traceback=lines)
    data = {str(mime): value for mime, value in dict(content.get("data") or {}).items()}
    return new_output("display_data", data=data)


def append(outputs: list[NotebookNode], new: NotebookNode) -> None:
    """Add an output; text of one stream is joined."""
    last = outputs[-1] if outputs else {}
    if new.output_type == last.get("output_type") == "stream" and new.name == last.name:
        last.text += new.text
    else:
        outputs.append(new)
