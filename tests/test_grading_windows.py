"""Grading where the system has no Linux in it, and what an end without a clean-up does."""

import asyncio
import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grading.sandbox.provisioner import SandboxProvisioner

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
# Other packages are imported first: they know Windows, and ask for it in their own ways.
ELSEWHERE = """
import os, runpy, signal, socket, sys
import dask.distributed, jupyter_client.manager, nbconvert.exporters, nbgrader.api, nbgrader.converters
import nbgrader.preprocessors, rich.progress, sqlalchemy.exc, zmq.asyncio
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
for module, names in {
    os: "sysconf getuid geteuid getgid fork memfd_create sched_getaffinity O_NOFOLLOW O_NONBLOCK".split(),
    signal: ["SIGKILL"],
    socket: ["AF_UNIX", "send_fds"],
}.items():
    for name in names:
        delattr(module, name)
sys.platform = PLATFORM
import grading
import grading.cli
sys.argv = ["grading", *sys.argv[1:]]
runpy.run_module("grading", run_name="__main__", alter_sys=False)
"""


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_grading_is_refused_politely_where_there_is_no_linux(tmp_path, platform):
    def grade(*words: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-c", ELSEWHERE.replace("PLATFORM", repr(platform)), *words]
        settings = os.environ | {"PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, cwd=tmp_path, env=settings, capture_output=True, text=True, timeout=120
        )

    if platform == "win32":
        helped = grade("--help")
        assert (helped.returncode, helped.stderr) == (0, "")
        assert "--unprotected" in helped.stdout
    refused = grade("lab01_vanilla_gan")
    assert refused.returncode == 2, refused.stderr
    assert refused.stderr.startswith(
        f"The sandbox needs Linux; this is {platform}.\nHand-ins are programs of"
    )
    assert "Traceback" not in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def started(tmp_path):
    """A provisioner with a process and folders, as after a start; both outlive a dropped object."""
    folders = [tmp_path / "run", tmp_path / "spool"]
    for folder in folders:
        folder.mkdir()
        (folder / "hand-in.txt").touch()
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    one = SandboxProvisioner()
    one.process, one._run_folder, one._spool = process, *folders
    held = [one]
    del one  # else this function would hold it too
    yield held, process, folders
    process.kill()
    process.wait()


def test_a_dropped_provisioner_ends_no_process_and_deletes_no_folder(started):
    held, process, folders = started
    held.clear()
    gc.collect()
    assert not [found for found in gc.get_objects() if type(found) is SandboxProvisioner]
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=0.3)
    assert all((folder / "hand-in.txt").exists() for folder in folders)


def test_the_clean_up_that_jupyter_asks_for_ends_and_deletes(started):
    (one,), process, folders = started
    asyncio.run(one.cleanup(restart=True))
    assert process.poll() is None
    assert all(folder.exists() for folder in folders)
    asyncio.run(one.cleanup())
    assert process.wait(timeout=10) != 0
    assert not any(folder.exists() for folder in folders)
