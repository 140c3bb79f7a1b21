"""A filter for system calls: what no lab needs, and what would get around a limit.

Memory can be had in ways that no resource limit counts (shared maps, files in memory, System V
segments, file systems mounted in a namespace of one's own); they are refused here. A refused call
returns an error, as on a system that lacks it. The numbers are those of the Linux headers.
"""

import errno
import platform
import struct

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_REFUSED = {  # number on x86_64, on aarch64
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


def _operation(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)


def _refuse(number: int) -> bytes:
    return _operation(_RETURN, 0x00050000 | number)


def program() -> bytes:
    """Return the filter as an array of ``struct sock_filter``; empty on other processors."""
    if platform.machine() not in _MACHINES:
        return b""
    column, architecture = _MACHINES[platform.machine()]
    steps = [
        _operation(_LOAD, 4),
        _operation(_JUMP_EQUAL, architecture, 1, 0),
        _operation(_RETURN, _KILL),
        _operation(_LOAD, 0),
        _operation(_JUMP_AT_LEAST, 0x40000000, 0, 1),  # calls of the x32 kind
        _operation(_RETURN, _KILL),
    ]

    def when(numbers: tuple[int, int], *then: bytes) -> None:
        steps.extend([_operation(_JUMP_EQUAL, numbers[column], 0, len(then)), *then])

    def argument(index: int) -> bytes:
        return _operation(_LOAD, 16 + 8 * index)  # its lower half, on both processors

    for numbers in _REFUSED.values():
        when(numbers, _refuse(errno.EPERM))
    # The C library falls back to clone, whose flags can be read from here.
    when(_CLONE3, _refuse(errno.ENOSYS))
    allow, some = _operation(_RETURN, _ALLOW), _operation(_AND, _ANY_NEW_NAMESPACE)
    when(_CLONE, argument(0), some, _operation(_JUMP_EQUAL, 0, 1, 0), _refuse(errno.EPERM), allow)
    shared = _operation(_AND, _SHARED_ANONYMOUS), _operation(_JUMP_EQUAL, _SHARED_ANONYMOUS, 0, 1)
    when(_MMAP, argument(3), *shared, _refuse(errno.ENOMEM), allow)
    last = len(_FAMILIES)
    known = [_operation(_JUMP_EQUAL, family, last - place, 0) for place, family in enumerate(_FAMILIES)]
    when(_SOCKET, argument(0), *known, _refuse(errno.EAFNOSUPPORT), allow)
    return b"".join([*steps, allow])
