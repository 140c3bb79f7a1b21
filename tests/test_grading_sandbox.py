"""The sandbox that runs hand-ins: what gets out, what it can use up, and what it leaves behind."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError

from grading.sandbox import bubblewrap, forkclient, limits
from grading.sandbox.limits import MIB, Limits
from grading.sandbox.provisioner import KERNEL_NAME, install_kernelspec, prefork
from tests.needs_sandbox import needs_sandbox

pytestmark = [needs_sandbox, pytest.mark.slow]
ROOT = Path(__file__).parent.parent


@pytest.fixture(params=["plain", "forked"])
def run(request, tmp_path, monkeypatch):
    """Return a function that runs cells in one closed-in kernel and returns what they printed."""
    if request.param == "forked":
        monkeypatch.setattr(forkclient, "_HEAVY", "numpy")

    def function(*sources, timeout=20, **settings):
        install_kernelspec(tmp_path / "jupyter", Limits(**settings), fast=request.param == "forked")
        monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
        monkeypatch.setenv("COURSE_SECRET", "s3cret")
        folder = tmp_path / "hand-in"
        folder.mkdir(exist_ok=True)
        (folder / "mine.py").write_text("value = 3\n")
        (folder / "hidden.ipynb").write_text("{}")
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        client = NotebookClient(
            nbformat.v4.new_notebook(cells=cells),
            kernel_name=KERNEL_NAME,
            timeout=timeout,
            allow_errors=True,
            interrupt_on_timeout=True,
            resources={"metadata": {"path": str(folder)}},
        )
        function.manager = client.create_kernel_manager()
        client.execute()
        return ["".join(o.get("text") or o.get("ename") or "" for o in cell.outputs) for cell in cells]

    yield function
    forkclient.close_all()
    base = limits._base()
    assert not [folder for folder in base.iterdir() if folder.name.startswith(f"{os.getpid()}-")]


def test_it_runs_the_hand_ins_own_files_and_nothing_hidden(run):
    printed = run(
        "import mine, os; print(mine.value, sorted(os.listdir()))",
        "open('new.txt', 'w').write('x'); print(open('new.txt').read(), os.environ['COURSE_PROFILE'])",
        "open('json.py', 'w').write('raise SystemExit'); import json; print(json.dumps(1))",
    )
    assert printed == ["3 ['mine.py']\n", "x reduced\n", "1\n"]


def test_it_has_no_network(run):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        port = server.getsockname()[1]
        (printed,) = run(f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=2)")
        assert "Error" in printed
        with pytest.raises(TimeoutError):
            server.accept()


def test_no_secret_is_read(run, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret")
    places = [str(secret), str(ROOT / "solutions"), str(ROOT / "tests"), str(ROOT / "grading"), "/etc/passwd"]
    places += [str(ROOT / "gradebook.db"), str(Path.home() / ".ssh"), str(tmp_path), str(ROOT / ".git")]
    printed = run(
        f"import os; print([place for place in {places} if os.path.exists(place)])",
        "import glob\nseen = b''\nfor name in glob.glob('/proc/[0-9]*/environ'):"
        "\n    try: seen += open(name, 'rb').read()\n    except OSError: pass\nprint(b's3cret' in seen)",
        "print(len(glob.glob('/proc/[0-9]*')) < 6, 's3cret' in str(os.environ))",
        "print(os.listdir(os.path.expanduser('~')) == os.listdir('/tmp'))",
    )
    assert printed == ["[]\n", "False\n", "True False\n", "True\n"]


def test_nothing_outside_is_written(run):
    places = ["/", "/usr", "/etc", "/dev", "/run", "/run/hand-in", sys.prefix, sys.base_prefix]
    places.append(str(ROOT / "helpers"))
    (printed, mode) = run(
        f"import os\nfor place in {places}:\n    try: open(place + '/w', 'w'); print(place)\n"
        "    except OSError: pass",
        "os.chmod('/proc/self/exe', 0o777)",
    )
    assert printed == ""
    assert mode in ("OSError", "PermissionError")


def test_no_capability_and_no_new_namespace(run):
    (caps, *errors) = run(
        "lines = [line.split() for line in open('/proc/self/status')]\n"
        "print([words[1].strip('0') for words in lines if words[0] in ('CapEff:', 'CapPrm:')])",
        "import ctypes; c = ctypes.CDLL(None, use_errno=True)\n"
        "print(c.unshare(0x10000000), ctypes.get_errno())",
        "print(c.syscall(319, b'x', 0) if __import__('platform').machine() == 'x86_64' else -1)",
        "import mmap; mmap.mmap(-1, 4096)",
        "import socket; socket.socket(40, socket.SOCK_STREAM)",
    )
    assert caps == "['', '']\n"
    assert errors == ["-1 1\n", "-1\n", "OSError", "OSError"]


def test_a_full_disk_is_an_error(run):
    fill = "with open({!r}, 'wb') as f:\n    for _ in range(40): f.write(bytes(2**20))"
    printed = run(
        *(fill.format(f"{folder}/f") for folder in ("/lab", "/tmp", "/dev/shm")),
        "print('alive')",
        disk_bytes=32 * MIB,
    )
    assert printed == ["OSError", "OSError", "OSError", "alive\n"]
    assert run(fill.format("/lab/f"), "print('alive')", file_bytes=MIB) == ["OSError", "alive\n"]


def test_a_memory_bomb_is_a_memory_error(run):
    printed = run("x = bytearray(10**9)", "print('alive')", memory_bytes=700 * MIB)
    assert printed == ["MemoryError", "alive\n"]


def test_memory_of_many_processes_is_bounded(run):
    bomb = (
        "import os, time\nfor _ in range(6):\n    if os.fork() == 0:\n"
        "        x = bytearray(b'1') * (100 * 2**20); time.sleep(15); os._exit(0)\ntime.sleep(15)"
    )
    with pytest.raises(DeadKernelError):
        run(bomb, total_memory_bytes=400 * MIB, memory_bytes=700 * MIB)
    assert run.manager.provisioner.ended == ("memory", "400")


def test_a_fork_bomb_is_bounded(run):
    bomb = (
        "import os, time\nmade = 0\ntry:\n    for _ in range(400):\n"
        "        if os.fork() == 0:\n            time.sleep(20); os._exit(0)\n"
        "        made += 1\nexcept OSError: pass\nprint(made < 100)"
    )
    assert run(bomb, processes=100) == ["True\n"]


def test_an_endless_loop_is_interrupted(run):
    printed = run("while True: pass", "print('alive')", timeout=2)
    assert printed[1] == "alive\n"


def test_a_kernel_that_ignores_interrupts_ends_at_the_time_limit(run):
    start = time.monotonic()
    with pytest.raises(DeadKernelError):
        run("import signal\nsignal.signal(2, signal.SIG_IGN)\nwhile True: pass", wall_seconds=5.0)
    assert time.monotonic() - start < 30
    assert run.manager.provisioner.ended == ("wall", "5")


@pytest.mark.parametrize("code", ["import os; os._exit(0)", "import os; os.kill(os.getpid(), 9)"])
def test_a_kernel_that_ends_itself_is_dead_and_not_ended_by_us(run, code):
    with pytest.raises(DeadKernelError):
        run(code)
    assert run.manager.provisioner.ended is None


def test_forks_share_nothing(run):
    first = "open('/tmp/left', 'w').write('x'); import numpy; numpy.left = 1; print(1)"
    assert run(first) == ["1\n"]
    printed = run("import os, numpy; print(os.path.exists('/tmp/left'), hasattr(numpy, 'left'))")
    assert printed == ["False False\n"]


def test_left_overs_of_a_killed_run_are_swept(tmp_path):
    install_kernelspec(tmp_path)
    code = (
        "from grading.sandbox.provisioner import KERNEL_NAME\n"
        "from jupyter_client.manager import KernelManager\n"
        "km = KernelManager(kernel_name=KERNEL_NAME); km.start_kernel()\n"
        "kc = km.client(); kc.start_channels()\n"
        "kc.wait_for_ready(timeout=30); print(km.provisioner.pid, flush=True); input()"
    )
    environment = {**os.environ, "JUPYTER_PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    pid = int(parent.stdout.readline())
    folders = list(limits._base().glob(f"{parent.pid}-*"))
    assert folders, "the run has a folder while it lives"
    parent.kill()
    parent.wait()
    end = time.monotonic() + 5
    while limits._start_time(pid) and time.monotonic() < end:
        time.sleep(0.05)
    state = Path(f"/proc/{pid}/stat")
    assert not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z"
    limits.sweep()  # another run of grading on this machine may have swept already: so nothing is counted
    assert not any(folder.exists() for folder in folders)


def with_words(parts: list[str]) -> list[bytes]:
    """Return the command lines of processes in which one of these parts stands."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            found.append(path.read_bytes())
    return [words for words in found if any(part.encode() in words for part in parts)]


KILLED_AT_ITS_START = """import os, threading, time
from pathlib import Path
from types import SimpleNamespace
from grading.sandbox import bubblewrap, forkclient
from grading.sandbox.provisioner import KERNEL_NAME, install_kernelspec
from jupyter_client.manager import KernelManager
os.environ["JUPYTER_PATH"] = str(install_kernelspec(Path("j")))
bubblewrap.probe_once()
starter = forkclient._starter
for milliseconds in (0, 2, 5, 9, 15, 30):
    def submit(*words, **more):
        threading.Timer(milliseconds / 1000, os.kill, (os.getpid(), 9)).start()
        return starter.submit(*words, **more)

    child = os.fork()
    if child == 0:
        forkclient._starter = SimpleNamespace(submit=submit)
        KernelManager(kernel_name=KERNEL_NAME).start_kernel(cwd="j")
        time.sleep(9)
    os.waitpid(child, 0)
    print(child)
"""


def test_nothing_stays_of_a_run_that_is_killed_while_it_starts_a_kernel(tmp_path):
    """Killed at six moments: before bubblewrap has run, between its first process and its second, later.

    The second hears of no death until it starts the program inside, so that this one has to look.
    """
    words, environment = [sys.executable, "-c", KILLED_AT_ITS_START], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    names = [f"/{pid}-" for pid in done.stdout.split()]  # of the run folders, which its words hold
    assert len(names) == 6, done.stderr
    end = time.monotonic() + 10
    while with_words(names) and time.monotonic() < end:
        time.sleep(0.1)
    assert with_words(names) == []
    limits.sweep()


def test_nothing_stays_of_a_sandbox_that_is_killed_as_soon_as_it_is_started():
    mark = f"/run/mark-{os.getpid()}"
    for number in range(40):
        words = bubblewrap.command(["sleep", "60"], Limits(), extra=["--dir", mark])
        process = forkclient.start(words, stderr=subprocess.DEVNULL)
        time.sleep(number / 10_000)
        process.kill()
        process.wait()
    assert with_words([mark]) == []


def test_the_kernel_outlives_the_thread_that_started_it(tmp_path, monkeypatch):
    from jupyter_client.manager import KernelManager

    monkeypatch.setenv("JUPYTER_PATH", str(install_kernelspec(tmp_path)))
    manager = KernelManager(kernel_name=KERNEL_NAME)
    thread = threading.Thread(target=manager.start_kernel, kwargs={"cwd": str(tmp_path / "kernels")})
    thread.start()
    thread.join()
    time.sleep(0.5)
    try:
        assert manager.is_alive()
    finally:
        manager.shutdown_kernel(now=True)


@pytest.mark.skipif(
    bubblewrap.unprivileged_id() is None, reason="NO ROOT: only root can become an ordinary user"
)
@pytest.mark.parametrize("fast", [False, True])
def test_it_works_for_an_ordinary_user(tmp_path, fast):
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from grading.sandbox import forkclient; forkclient._HEAVY = 'numpy'\n"
        "from grading.sandbox.provisioner import *\nfrom pathlib import Path\n"
        "import os, nbformat, nbclient\n"
        f"os.environ['JUPYTER_PATH'] = str(install_kernelspec(Path('/tmp/j'), fast={fast}))\n"
        "os.chdir('/tmp/j'); cell = nbformat.v4.new_code_cell('import os; print(os.getuid())')\n"
        "nb = nbformat.v4.new_notebook(cells=[cell])\n"
        "nbclient.NotebookClient(nb, kernel_name=KERNEL_NAME).execute()\n"
        "print(cell.outputs[0].text)"
    )
    words = ["bwrap", "--dev-bind", "/", "/", "--perms", "1777", "--tmpfs", "/tmp"]
    if ROOT.is_relative_to("/tmp"):
        words += [*bubblewrap._parents([str(ROOT)]), "--ro-bind", str(ROOT), str(ROOT)]
    # An interpreter below a home folder that is closed to others is shown to the user all the same.
    home = Path("/root")
    if Path(sys.base_prefix).is_relative_to(home):
        words += ["--perms", "0755", "--tmpfs", str(home)]
        words += [*bubblewrap._parents([sys.base_prefix]), "--ro-bind", sys.base_prefix, sys.base_prefix]
    words += ["--", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    words += ["env", "-i", "HOME=/tmp", "PATH=/usr/bin:/bin", sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "1000", done.stderr


@pytest.mark.parametrize("fast", [False, True])
def test_a_kernel_that_does_not_start_leaves_nothing(tmp_path, monkeypatch, fast):
    from jupyter_client.manager import KernelManager

    monkeypatch.setattr(forkclient, "_HEAVY", "numpy")
    files = tmp_path / "files"
    files.mkdir()
    (files / "large.bin").write_bytes(bytes(3 * MIB))
    monkeypatch.setenv(
        "JUPYTER_PATH", str(install_kernelspec(tmp_path / "j", Limits(disk_bytes=4 * MIB), files, fast))
    )
    with pytest.raises(ValueError, match="2 MiB"):
        KernelManager(kernel_name=KERNEL_NAME).start_kernel()
    forkclient.close_all()
    assert not [folder for folder in limits._base().iterdir() if folder.name.startswith(f"{os.getpid()}-")]


def test_a_fork_server_that_the_parent_has_started_is_used_and_left_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(forkclient, "_HEAVY", "numpy")
    started = prefork(Limits())
    forkclient._running.clear()  # as in another process
    monkeypatch.setenv(forkclient.STARTED, str(started.folder))
    monkeypatch.setenv("JUPYTER_PATH", str(install_kernelspec(tmp_path, fast=True)))
    monkeypatch.chdir(tmp_path)  # whose files the kernel gets
    cell = nbformat.v4.new_code_cell("import sys; print('numpy' in sys.modules)")
    NotebookClient(nbformat.v4.new_notebook(cells=[cell]), kernel_name=KERNEL_NAME).execute()
    assert cell.outputs[0].text == "True\n"
    used = forkclient._running[Limits()]
    assert (used.folder, used.process) == (started.folder, None)
    forkclient.close_all()
    assert started.process.poll() is None
    assert list(started.spool.iterdir()) == []
    started.close()
    assert not started.folder.exists()


def test_the_kernelspec_runs_nothing_without_its_provisioner(tmp_path):
    install_kernelspec(tmp_path)
    found = json.loads((tmp_path / "kernels" / KERNEL_NAME / "kernel.json").read_text())
    assert found["argv"][0] == "false"
    assert found["interrupt_mode"] == "message"


def test_probe_tells_missing_from_blocked(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "not installed" in bubblewrap.probe()
    assert bubblewrap.INSTALL in bubblewrap.probe()
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setattr(os, "defpath", f"{tmp_path}:/usr/bin:/bin")
    assert "blocked" in bubblewrap.probe()
    assert "Permission denied" in bubblewrap.probe()


@pytest.mark.parametrize("value", [0, -1, None, "1", True])
def test_limits_are_numbers_above_zero(value):
    with pytest.raises(ValueError, match="processes"):
        Limits(processes=value)


def test_a_fork_server_leaves_nothing_while_others_clean_up_in_its_folder(monkeypatch):
    server, remove, tries = forkclient.ForkServer(Limits()), shutil.rmtree, []

    def disturbed(folder, **settings):
        """Remove a folder, into which another thread has just written when this is tried first."""
        tries.append(folder)
        remove(server.folder / "s" if len(tries) == 1 else folder, **settings)

    monkeypatch.setattr(forkclient.shutil, "rmtree", disturbed)
    server.close()
    assert len(tries) == 2
    assert not server.folder.exists()
