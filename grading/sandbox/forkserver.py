"""A process that has imported TensorFlow and forks itself for each hand-in; one file, run by ``python -I``.

It runs in a sandbox of its own (everything read-only, no network) and never runs or reads anything of a
hand-in itself: a connection is answered by a fork, and only the fork reads the task. The fork starts
a fresh sandbox by the ordinary bubblewrap command, enters all of its namespaces, gives up every
capability, and becomes the kernel. Ending that sandbox's first process ends everything in it.
"""

import contextlib
import ctypes
import fcntl
import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import struct
import subprocess
import sys
from types import SimpleNamespace

PR_SET_PDEATHSIG = 1
CAPABILITY_VERSION = 0x20080522
NS_GET_USERNS = 0xB701
NAMESPACES = ("mnt", "pid", "net", "ipc", "uts")
KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger")  # what every kernel imports at its start


def enter(pid: int, library: ctypes.CDLL) -> None:
    """Enter the namespaces of the sandbox whose first process is `pid`."""
    mounts = os.open(f"/proc/{pid}/ns/mnt", os.O_RDONLY)
    owner = fcntl.ioctl(mounts, NS_GET_USERNS)
    # Opened before the first is entered: afterwards /proc is another one.
    others = [os.open(f"/proc/{pid}/ns/{name}", os.O_RDONLY) for name in NAMESPACES[1:]]
    last = os.open(f"/proc/{pid}/ns/user", os.O_RDONLY)
    same = os.fstat(owner).st_ino == os.fstat(last).st_ino
    for handle in (owner, *others, mounts, *([] if same else [last])):
        if library.setns(handle, 0):
            number = ctypes.get_errno()
            raise OSError(number, f"setns: {os.strerror(number)}")
        os.close(handle)


def become_kernel(task: dict, handles: list[int], library: ctypes.CDLL, shim: SimpleNamespace) -> None:
    """Close what is the server's in this process, which is in the sandbox already, and run the kernel."""
    for number in set(map(int, os.listdir("/proc/self/fd"))) - {0, 1, 2, *handles}:
        with contextlib.suppress(OSError):  # the listing's own
            os.close(number)
    os.setsid()
    os.chdir("/lab")
    for capability in range(64):  # entering a user namespace brought them
        library.prctl(shim.PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0)
    header = struct.pack("=Ii", CAPABILITY_VERSION, 0)
    if library.capset(header, struct.pack("=6I", *[0] * 6)):
        raise OSError(ctypes.get_errno(), "capset")
    shim._prctl(shim.PR_SET_DUMPABLE, 1)
    import numpy

    numpy.random.seed()  # noqa: NPY002 - all forks would begin with the same state
    shim.become_kernel(task, dict(zip(task["sockets"], handles, strict=True)))


def serve(connection: socket.socket, library: ctypes.CDLL, shim: SimpleNamespace) -> None:
    """Run one kernel; it lives no longer than `connection`."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    shim._prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    _, handles, _, _ = socket.recv_fds(connection, 1, 16)
    task = json.loads(connection.makefile("rb").readline())  # one that broke off is no JSON
    reading, writing = os.pipe()
    words = [str(writing) if word == "INFO" else word for word in task["command"]]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)  # the first ends with this process
    holder = subprocess.Popen(words, **pipes, pass_fds=(writing,))
    os.close(writing)
    status = 1
    try:
        if not holder.stdout.readline():
            raise OSError(holder.stderr.read(2000).decode(errors="replace").strip())
        with os.fdopen(reading) as stream:
            enter(json.load(stream)["child-pid"], library)
        child = os.fork()
        if child == 0:
            try:
                become_kernel(task, handles, library, shim)
            finally:
                os._exit(1)
        for handle in handles:
            os.close(handle)
        ended = os.pidfd_open(child)
        connection.sendall(json.dumps({"pid": os.getpid()}).encode() + b"\n")
        ready, _, _ = select.select([connection, ended], [], [])
        if ended in ready:
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            connection.sendall(json.dumps({"status": status}).encode() + b"\n")
    except OSError as error:
        connection.sendall(json.dumps({"error": str(error)}).encode() + b"\n")
    finally:
        holder.kill()
        holder.wait()


def main() -> None:
    """Import, drop to the id given, and fork for each connection until there is nobody to connect."""
    listening = socket.socket(fileno=int(sys.argv[1]))
    user = json.loads(sys.argv[2])
    shim = SimpleNamespace(**runpy.run_path(sys.argv[3]))  # grading.sandbox.entrypoint
    library = ctypes.CDLL(None, use_errno=True)
    shim.drop_privileges(user)
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    gc.disable()  # looking for rubbish meanwhile makes the import a fifth longer
    for name in (*KERNEL, *sys.argv[4].split(",")):  # what takes long and starts no thread
        with contextlib.suppress(ImportError):  # then it is the hand-in's to say so
            importlib.import_module(name)
    if len(os.listdir("/proc/self/task")) > 1:
        sys.exit("an import started a thread, so forking is not safe")
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)  # else a tenth of the time goes into looking at what stays
    gc.enable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        ready, _, _ = select.select([listening, sys.stdin], [], [])
        if sys.stdin in ready:  # under root no signal of theirs, sent by the system, reaches us
            sys.exit()  # who started us has ended; the forks end with us
        connection, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            try:
                serve(connection, library, shim)
            finally:
                os._exit(0)
        connection.close()


if __name__ == "__main__":
    main()
