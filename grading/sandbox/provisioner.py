"""A Jupyter kernel provisioner that runs Python kernels closed in: nbclient, nbval and nbgrader can use it.

The kernel specification ``gan-course-sandbox`` names it. Its ``config`` may hold ``limits`` (a dictionary
of fields of `grading.sandbox.limits.Limits`), ``files`` and ``fast``.
"""

import asyncio
import base64
import contextlib
import dataclasses
import json
import os
import shutil
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_client.connect import port_names
from jupyter_client.provisioning import LocalProvisioner
from traitlets import Bool, Dict, Unicode

from grading.sandbox import bubblewrap, syscalls
from grading.sandbox.forkclient import ForkServer, prefork, start
from grading.sandbox.limits import Limits, copy_files, make_run_folder
from grading.sandbox.watchdog import Watchdog

KERNEL_NAME = "gan-course-sandbox"
# Options that `grading.sandbox.entrypoint` gives itself; given twice, the kernel would not start.
SET_INSIDE = ("--HistoryManager.hist_file=", "--IPKernelApp.capture_fd_output=")


def install_kernelspec(
    folder: Path, limits: Limits | None = None, files: Path | None = None, fast: bool = False
) -> Path:
    """Write the kernel specification below `folder`, and return it for the environment variable JUPYTER_PATH.

    A kernel finds the `files` of that folder in its work folder; if None, of the folder that it is started
    in, without notebooks, since nbgrader's hold hidden tests. A `fast` one is forked (see `forkserver`).
    """
    config = {"limits": dataclasses.asdict(limits or Limits()), "fast": fast}
    config["files"] = str(Path(files).resolve()) if files is not None else ""
    specification = {
        # What runs if a program does not know provisioners: nothing.
        "argv": ["false", "{connection_file}"],
        "display_name": "Python (closed in, for grading)",
        "language": "python",
        "interrupt_mode": "message",
        "metadata": {"kernel_provisioner": {"provisioner_name": KERNEL_NAME, "config": config}},
    }
    target = Path(folder) / "kernels" / KERNEL_NAME
    target.mkdir(parents=True, exist_ok=True)
    (target / "kernel.json").write_text(json.dumps(specification, indent=1) + "\n")
    return Path(folder)


class SandboxProvisioner(LocalProvisioner):
    """Starts, watches and ends one kernel in a sandbox of its own."""

    limits = Dict(help="Fields of grading.sandbox.limits.Limits.").tag(config=True)
    files = Unicode("", help="Folder whose files the kernel finds in its work folder.").tag(config=True)
    fast = Bool(False, help="Fork kernels from a process that has imported TensorFlow.").tag(config=True)

    _run_folder: Path | None = None
    _spool: Path | None = None
    _server: ForkServer | None = None
    _watchdog: Watchdog | None = None
    _sockets: dict[int, socket.socket]

    @property
    def ended(self) -> tuple[str, str] | None:
        """Why the sandbox was ended from outside: kind and detail; None if it was not."""
        lost = ("lost", "") if getattr(self.process, "lost", False) else None
        return self._watchdog.reason if self._watchdog and self._watchdog.reason else lost

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Make the run folder, listen on the kernel's sockets, and copy the hand-in's files."""
        if trouble := bubblewrap.probe_once():
            raise RuntimeError(trouble)
        self.clean()
        self._run_folder = make_run_folder()
        manager, self._sockets = self.parent, {}
        manager.transport, manager.ip = "ipc", str(self._run_folder / "k")
        try:
            # The connection file of an earlier start names an earlier folder.
            manager.cleanup_connection_file()
            for number, name in enumerate(port_names, start=1):
                setattr(manager, name, number)
                self._sockets[number] = listening = socket.socket(socket.AF_UNIX)
                listening.bind(f"{manager.ip}-{number}")
                listening.listen(16)
            kwargs, limits = await super().pre_launch(**kwargs), Limits(**self.limits)
            self._spool = self._run_folder / "files"
            if self.fast:
                self._server = await asyncio.to_thread(prefork, limits)
                self._spool = self._server.spool / self._run_folder.name
            source = Path(self.files or kwargs.get("cwd") or os.getcwd())
            copy_files(source, self._spool, limits.disk_bytes // 2, notebooks=bool(self.files))
            return kwargs
        except BaseException:
            self.clean()  # nobody cleans up after a kernel that did not start
            raise

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start bubblewrap with the kernel inside; options after the specification's own are passed on."""
        limits = Limits(**self.limits)
        numbers = {port: listening.fileno() for port, listening in self._sockets.items()}
        task = {
            "user": None if self.fast else bubblewrap.unprivileged_id(),
            "limits": dataclasses.asdict(limits),
            "filter": base64.b64encode(syscalls.program()).decode(),
            "connection": self.connection_info | {"key": self.connection_info["key"].decode()},
            "sockets": numbers,
            "arguments": [w for w in cmd[len(self.kernel_spec.argv) :] if not w.startswith(SET_INSIDE)],
        }
        begin = partial(self._server.fork_kernel, self._spool.name) if self.fast else self._start_plain
        try:
            self.process = await asyncio.to_thread(begin, task, list(numbers.values()), limits)
        except BaseException:
            self.clean()
            raise
        finally:
            for listening in self._sockets.values():
                listening.close()
        self.pid, self.pgid = self.process.pid, None if self.fast else self.process.pid
        self.cwd = kwargs.get("cwd") or os.getcwd()
        self._watchdog = Watchdog(self.process, limits)
        return self.connection_info

    def _start_plain(self, task: dict, handles: list[int], limits: Limits) -> subprocess.Popen:
        with os.fdopen(number := os.memfd_create("task"), "w") as stream:
            json.dump(task, stream)
            stream.flush()
            stream.seek(0)
            words = [sys.executable, "-I", "-B", bubblewrap.SHIM, str(number)]
            words = bubblewrap.command(words, limits, files=self._spool)
            return start(words, stderr=subprocess.PIPE, pass_fds=(number, *handles))

    async def poll(self) -> int | None:
        """Return None while the kernel runs, else its exit status."""
        status, stream = await super().poll(), getattr(self.process, "stderr", None)
        if status is not None and stream is not None:
            with contextlib.suppress(OSError, ValueError):
                os.set_blocking(stream.fileno(), False)
                if text := (stream.read(4000) or b"").decode(errors="replace").strip():
                    self.log.warning("The sandbox ended with: %s", text)
        return status

    async def wait(self) -> int | None:
        """Wait until the kernel has ended, which is noticed sooner than by asking ten times a second."""
        if self.process:
            await asyncio.to_thread(self.process.wait)
        return await super().wait()

    async def cleanup(self, restart: bool = False) -> None:
        """Remove what was made for the kernel."""
        await super().cleanup(restart=restart)
        if not restart:
            self.clean()

    def clean(self) -> None:
        """End the sandbox and remove its folders, whatever state they are in."""
        if self._watchdog:
            self._watchdog.stop()
        if self.process and self.process.poll() is None:
            self.process.kill()
        for folder in (self._spool, self._run_folder):
            if folder:
                shutil.rmtree(folder, ignore_errors=True)
        self._spool = self._run_folder = None
