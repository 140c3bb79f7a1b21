"""The first program in the sandbox: it sets the limits, fetches the hand-in's files, starts the kernel.

It is run as one file by ``python -I``. Its task is JSON in an open file whose number is the first argument.
"""

import base64
import contextlib
import ctypes
import json
import os
import resource
import select
import shutil
import signal
import struct
import sys

PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP = 4, 22, 38, 24
SECCOMP_MODE_FILTER = 2


def _prctl(option: int, value: int, more: object = 0) -> None:
    library, zero = ctypes.CDLL(None, use_errno=True), ctypes.c_ulong(0)
    if library.prctl(option, ctypes.c_ulong(value), more, zero, zero):
        raise OSError(ctypes.get_errno(), f"prctl({option})")


def drop_privileges(number: int | None) -> None:
    """Become user and group `number` for good; nothing is done for None (an ordinary user already)."""
    if number is not None:
        os.setgroups([])
        os.setresgid(number, number, number)
        os.setresuid(number, number, number)
        _prctl(PR_SET_DUMPABLE, 1)  # else its own /proc/self would be closed to it


def set_limits(limits: dict[str, float]) -> None:
    """Set the resource limits of this process and its children (units as in `Limits`)."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as stream:
        stream.write("1000")  # if the machine runs out of memory all the same, this goes first
    cpu = int(limits["cpu_seconds"])
    for name, soft, hard in (
        ("RLIMIT_DATA", limits["memory_bytes"], limits["memory_bytes"]),
        ("RLIMIT_NPROC", limits["processes"], limits["processes"]),
        ("RLIMIT_NOFILE", limits["open_files"], limits["open_files"]),
        ("RLIMIT_FSIZE", limits["file_bytes"], limits["file_bytes"]),
        ("RLIMIT_CPU", cpu, cpu + 5),
        ("RLIMIT_CORE", 0, 0),
        ("RLIMIT_MEMLOCK", 64 * 1024, 64 * 1024),
        ("RLIMIT_MSGQUEUE", 0, 0),
        ("RLIMIT_SIGPENDING", 1024, 1024),
    ):
        kind = getattr(resource, name)
        most = resource.getrlimit(kind)[1]
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(kind, (int(soft), int(hard)))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file that grows too large is an OSError, not the end


def run_kernel(connection: dict, sockets: dict[str, int], arguments: list[str]) -> None:
    """Run ipykernel on sockets (files by port) that listen already: no folder is shared with the host."""
    import zmq
    from ipykernel.heartbeat import Heartbeat
    from ipykernel.kernelapp import IPKernelApp

    def listen(socket: zmq.Socket, port: int) -> None:
        if socket.type == zmq.XPUB:
            socket.setsockopt(zmq.XPUB_NODROP, 1)  # else a fast cell's messages are lost, its end among them
        socket.setsockopt(zmq.USE_FD, sockets[str(port)])
        socket.bind(f"ipc://{connection['ip']}-{port}")

    class App(IPKernelApp):
        def _try_bind_socket(self, socket: zmq.Socket, port: int) -> int:
            listen(socket, port)
            return port

    Heartbeat._try_bind_socket = lambda beat: listen(beat.socket, beat.port)

    file = "/tmp/.kernel.json"
    with open(file, "w") as stream:
        json.dump(connection, stream)
    sys.argv = ["ipykernel"]
    app = App.instance()
    own = ["--HistoryManager.hist_file=:memory:", "--IPKernelApp.capture_fd_output=False"]
    app.initialize(["-f", file, *arguments, *own])
    os.remove(file)
    plain = app.session.pack

    def pack(message: object) -> bytes:
        """Put a question mark for half a character; else printing one can stop the kernel's output."""
        try:
            return plain(message)
        except UnicodeEncodeError:
            text = json.dumps(message, default=str, ensure_ascii=False)
            return text.encode("utf8", errors="replace")

    app.session.pack = pack
    # A file beside the notebook can be imported, but never in the place of a module of the system.
    if os.getcwd() not in sys.path:
        sys.path.append(os.getcwd())
    app.start()


def become_kernel(task: dict, sockets: dict[str, int]) -> None:
    """Fetch the hand-in's files, limit this process, and run the kernel in it."""
    for place, folders, names in os.walk("/run/hand-in"):  # to where they can be changed
        made = os.path.relpath(place, "/run/hand-in")
        for name in folders:
            os.mkdir(os.path.join(made, name))
        for name in names:
            shutil.copyfile(os.path.join(place, name), os.path.join(made, name))
    set_limits(task["limits"])
    _prctl(PR_SET_NO_NEW_PRIVS, 1)
    if program := base64.b64decode(task["filter"]):  # of `grading.sandbox.syscalls`, for all it will start
        steps = ctypes.create_string_buffer(program)
        _prctl(
            PR_SET_SECCOMP,
            SECCOMP_MODE_FILTER,
            struct.pack("@HP", len(program) // 8, ctypes.addressof(steps)),
        )
    # From here on nothing is written to the terminal of the person who grades.
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    run_kernel(task["connection"], sockets, task["arguments"])


def main() -> None:
    """Carry out the task in the open file that the first argument names."""
    if sys.argv[1] == "--probe":
        print("inside")
        return
    if select.select([sys.stdin], [], [], 0)[0]:  # at its end: bubblewrap may have missed that they are gone
        sys.exit("who started this sandbox has ended")
    with os.fdopen(int(sys.argv[1])) as stream:
        task = json.load(stream)
    drop_privileges(task["user"])
    become_kernel(task, task["sockets"])


if __name__ == "__main__":
    main()
