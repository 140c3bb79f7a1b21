"""A filter for system calls: what no lab needs, and what would get around a limit.

Memory can be had in ways that no resource limit counts (shared maps, files in memory, System V
segments, file systems mounted in a namespace of one's own); they are refused here. A refused call
returns an error, as on a system that lacks it. The numbers are those of the Linux headers.
"""

import errno
import platform
import struct

# (x86_64, aarch64)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_REFUSED = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "open_by_handle_at": (304, 265),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
}
_CLONE, _CLONE3, _MMAP, _SOCKET = (56, 220), (435, 435), (9, 222), (41, 198)
_ANY_NEW_NAMESPACE = 0x7E020080
_SHARED_ANONYMOUS = 0x21
_FAMILIES = (1, 2, 10, 16)  # unix, IPv4, IPv6 and netlink: all of them are inside the network namespace

_LOAD, _AND, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000


def _refuse(number: int) -> int:
    return 0x00050000 | number


def program(machine: str | None = None) -> bytes:
    """Return the filter as an array of ``struct sock_filter``; empty on other processors.

    Parameters
    ----------
    machine
        Name of the processor as ``platform.machine()`` gives it; the running one by default.
    """
    machine = machine or platform.machine()
    if machine not in _MACHINES:
        return b""
    column, architecture = _MACHINES[machine]

    def operation(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
        return struct.pack("=HBBI", code, yes, no, value)

    def argument(index: int) -> int:
        return 16 + 8 * index  # its lower half, on both processors

    def when(number: int, steps: list[bytes]) -> list[bytes]:
        return [operation(_JUMP_EQUAL, number, 0, len(steps)), *steps]

    steps = [
        operation(_LOAD, 4),
        operation(_JUMP_EQUAL, architecture, 1, 0),
        operation(_RETURN, _KILL),
        operation(_LOAD, 0),
        operation(_JUMP_AT_LEAST, 0x40000000, 0, 1),  # calls of the x32 kind
        operation(_RETURN, _KILL),
    ]
    for numbers in _REFUSED.values():
        steps += when(numbers[column], [operation(_RETURN, _refuse(errno.EPERM))])
    # The C library falls back to clone, whose flags can be read from here.
    steps += when(_CLONE3[column], [operation(_RETURN, _refuse(errno.ENOSYS))])
    steps += when(
        _CLONE[column],
        [
            operation(_LOAD, argument(0)),
            operation(_AND, _ANY_NEW_NAMESPACE),
            operation(_JUMP_EQUAL, 0, 1, 0),
            operation(_RETURN, _refuse(errno.EPERM)),
            operation(_RETURN, _ALLOW),
        ],
    )
    steps += when(
        _MMAP[column],
        [
            operation(_LOAD, argument(3)),
            operation(_AND, _SHARED_ANONYMOUS),
            operation(_JUMP_EQUAL, _SHARED_ANONYMOUS, 0, 1),
            operation(_RETURN, _refuse(errno.ENOMEM)),
            operation(_RETURN, _ALLOW),
        ],
    )
    families = [operation(_LOAD, argument(0))]
    for place, family in enumerate(_FAMILIES):
        families.append(operation(_JUMP_EQUAL, family, len(_FAMILIES) - place, 0))
    families += [operation(_RETURN, _refuse(errno.EAFNOSUPPORT)), operation(_RETURN, _ALLOW)]
    steps += when(_SOCKET[column], families)
    steps.append(operation(_RETURN, _ALLOW))
    return b"".join(steps)
