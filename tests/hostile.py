"""A class of hostile hand-ins for the toy course: what tests of grading try all together in one run."""

import copy
import json
import os
import subprocess
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from tests.toy_course import LAB, handed_out

SQUARE = "\ndef square(x):\n    return x * x"
MARK = "hidden-test-in-disguise"  # stands for what a hand-in found in its own process
DAEMON = "271828.18"  # seconds that a process sleeps which is to outlive its kernel
NAMES = [
    "=cmd|' -C calc'!A0", "<script>window.ran=1<", "semi;=HYPERLINK(1)", "x" * 200, ".grading",
    "O'Brien & Söhne", "100%25 #1?", "cafe\u0301", "café", "$\\href{x}$", "{student_id}",
]  # fmt: skip

# Each is put before a right answer, which has to count: {name: source of the answer cell square}.
HARMLESS = {
    "begins hidden tests": SQUARE + "\n### BEGIN HIDDEN TESTS",
    "begins them twice": SQUARE + "\n### BEGIN HIDDEN TESTS\n### BEGIN HIDDEN TESTS",
    "begins a solution": SQUARE + "\n### BEGIN SOLUTION",
    "blank lines": " \n" * 30_000 + SQUARE,
    "half characters": "print('\\ud83d', '\\udcff')" + SQUARE,
    "many threads": "import threading, time\ntry:\n    for _ in range(10**4):\n"
    "        threading.Thread(target=time.sleep, args=(9,), daemon=True).start()\n"
    "except RuntimeError:\n    pass" + SQUARE,
    "many open files": "keep = []\ntry:\n    while True:\n        keep.append(open('/dev/null'))\n"
    "except OSError:\n    keep.clear()" + SQUARE,
    "outlives its kernel": "import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
    f"        os.execvp('sleep', ['sleep', '{DAEMON}'])\n    os._exit(0)" + SQUARE,
    "more limits": "import resource\nfor kind in range(16):\n    try:\n"
    "        resource.setrlimit(kind, (resource.RLIM_INFINITY,) * 2)\n"
    "        assert kind not in (resource.RLIMIT_DATA, resource.RLIMIT_NPROC)\n"
    "    except (OSError, ValueError):\n        pass" + SQUARE,
    "looks out of proc": "import os\nseen = b''\nfor pid in filter(str.isdigit, os.listdir('/proc')):\n"
    "    for name in ('environ', 'cmdline', 'cwd', 'root/etc/shadow', 'root/root', 'fd/3'):\n"
    "        try:\n            seen += open(f'/proc/{pid}/{name}', 'rb').read(9999)\n"
    "        except OSError:\n            pass\nassert b'GAN_SECRET' not in seen and b'root:' not in seen"
    + SQUARE,
    "changes its folder": "import os, shutil\nos.chdir('/')\nshutil.rmtree('/lab', ignore_errors=True)"
    + SQUARE,
    "attaches outputs": "from IPython.display import display\n"
    "for kind in ('text/html', 'image/svg+xml', 'application/javascript', 'text/latex'):\n"
    "    display({kind: '<script>window.ran = 1</script><svg onload=window.ran=1>', 'text/plain': kind},"
    " raw=True)" + SQUARE,
}
# These end without points, each for a reason of its own.
DEADLY = {
    "kills all": "import os\nos.kill(-1, 9)" + SQUARE,  # what holds its sandbox open too, and no other
    "kills itself later": "import os, threading\nthreading.Timer(0.5, os.abort).start()\n"
    "import time; time.sleep(3)",
    "stands still": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
    "wrong signature": "kernel = get_ipython().kernel\nkernel.iopub_thread.socket.send_multipart("
    f"[kernel._topic('x'), b'<IDS|MSG>', b'{MARK} ' * 9, b'{{}}', b'{{}}', b'{{}}', b'{{}}'])\n"
    "import time; time.sleep(3)",
    "no message": "get_ipython().kernel.iopub_thread.socket.send_multipart([b'a', b'b'])\n"
    "import time; time.sleep(3)",
    "closes its sockets": "import os\nfor number in range(3, 99):\n    try:\n        os.close(number)\n"
    "    except OSError:\n        pass",
}
RAN = "window.ran=1"
TEXTS = [
    f"<script>{RAN}</script>", f"<img src=x onerror={RAN}>", f"<svg onload={RAN}>",
    "<style>*{display:none}</style>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe><iframe src=TRAP/frame></iframe>",
    "<meta http-equiv=refresh content='0;url=TRAP/refresh'><base href=TRAP/base/>",
    "<style>@import 'TRAP/style';body{background:url(TRAP/image)}</style><link rel=stylesheet href=TRAP/css>",
    "<form action=TRAP/form><button>x</button></form>",
    f"[x](javascript:{RAN}) [y](TRAP/link) ![z](TRAP/picture)",
    f"<a href='data:text/html,<script>{RAN}</script>'>x</a> <details open ontoggle={RAN}>x</details>",
    f"$\\let\\x=\\href \\x{{javascript:{RAN}}}{{x}}$ $\\bbox[background:url(TRAP/bbox)]{{x}}$",
    "<div style='position:fixed;inset:0;background:red;z-index:9999'>over all</div><dialog open>x</dialog>",
    f"<video src=TRAP/v onerror={RAN}></video><object data=TRAP/o></object><embed src=TRAP/e>",
    f"# <img src=x onerror={RAN}>\n\n```\n</pre><script>{RAN}</script>\n```",
]  # fmt: skip


def scripted(trap: str = "http://127.0.0.1:9") -> nbformat.NotebookNode:
    """Return a right hand-in whose texts, outputs and metadata try to run, fetch and cover things."""
    notebook, texts = handed_out(), [text.replace("TRAP", trap) for text in TEXTS]
    shows = "from IPython.display import display, HTML\n" + "\n".join(
        f"print({text!r}); display(HTML({text!r})); display({{'text/latex': {text!r}}}, raw=True)"
        for text in texts
    )
    notebook.cells += [new_markdown_cell(text) for text in texts]
    notebook.cells += [new_raw_cell("\n".join(texts), metadata={"raw_mimetype": "text/html"})]
    notebook.cells += [new_code_cell(shows), new_code_cell(f"raise ValueError({''.join(texts)!r})")]
    notebook.cells += [new_code_cell("." * 300_000), new_code_cell("." * 300_000)]
    notebook.cells[5].attachments = {"a.svg": {"image/svg+xml": texts[2]}, texts[0]: {"image/png": texts[0]}}
    for cell in notebook.cells:
        if cell.id == "discussion":
            cell.source = "\n\n".join(texts)
    notebook.metadata["title"] = notebook.metadata["widgets"] = texts[0]
    return notebook


def odd_files() -> dict[str, tuple[bytes, str]]:
    """Return notebooks that are odd as files: {name: (content, the status they end with)}."""
    good = json.loads(nbformat.writes(handed_out()))

    def changed(**more: object) -> bytes:
        return json.dumps(copy.deepcopy(good) | more).encode()

    def each_cell(**more: object) -> bytes:
        return changed(cells=[cell | more for cell in copy.deepcopy(good["cells"])])

    nested: object = 1
    for _ in range(400):
        nested = [nested]
    many = [
        {"cell_type": "code", "input": "1", "outputs": [], "language": "python", "metadata": {}}
    ] * 100_000
    cells = good["cells"]
    return {
        "metadata null": (changed(metadata=None), "graded"),
        "metadata a list": (each_cell(metadata=[1]), "graded"),
        "outputs a text": (each_cell(outputs="x", execution_count="=1"), "graded"),
        "attachments odd": (each_cell(attachments={"a": 1, "b": {"image/png": 3}}), "graded"),
        "metadata nested": (changed(metadata={"a": nested}), "graded"),
        "metadata not a number": (changed(metadata={"a": float("nan"), "b": 10**4000}), "graded"),
        "same cell ids": (each_cell(id="mean"), "graded"),
        "ids odd": (each_cell(id=[1]), "graded"),
        "tags odd": (
            changed(cells=[c | {"metadata": c["metadata"] | {"tags": {"a": 1}}} for c in cells]), "graded"),
        "cells twice": (changed(cells=cells + cells), "graded"),
        "points odd": (
            json.dumps(good).replace('"points": 3', '"points": 1e999').encode(), "graded"),
        "kernel odd": (changed(metadata={"kernelspec": {"name": "../../evil", "argv": ["evil"]}}), "graded"),
        "cells an object": (changed(cells={"0": cells[0]}), "rejected"),
        "source a number": (each_cell(source=3), "rejected"),
        "endless version": (changed(nbformat=10**4000), "rejected"),
        "version below zero": (changed(nbformat=-(10**4000)), "rejected"),
        "a hundred thousand": (changed(cells=[cells[0]] * 100_000), "rejected"),
        "old and many": (json.dumps({"nbformat": 3, "worksheets": [{"cells": many}]}).encode(), "rejected"),
        "old and many sheets": (
            json.dumps({"nbformat": 3, "worksheets": [{}] * 100_000}).encode(), "rejected"),
    }  # fmt: skip


def odd_folders(submitted: Path) -> dict[str, str]:
    """Make hand-ins that are odd as folders; return {name: part of the reason} of those to be rejected.

    Of ``folders`` the notebook is taken, and the five hundred empty folders beside it are no harm.
    """
    whole = nbformat.writes(handed_out())

    def lab(student: str) -> Path:
        (submitted / student / LAB).mkdir(parents=True)
        (submitted / student / LAB / f"{LAB}.ipynb").write_text(whole)
        return submitted / student / LAB

    with open(lab("sparse") / f"{LAB}.ipynb", "r+b") as file:
        file.truncate(2**42)
    os.mkfifo(lab("pipe") / "a.npz")
    os.mkfifo(submitted / "pipe for a folder")
    for number in range(500):
        (lab("folders") if not number else submitted / "folders" / LAB).joinpath(f"d{number}").mkdir()
    for path in ("a/" * 30, "b/" * 30):
        (submitted / "deep" / LAB / path).mkdir(parents=True)
    (lab("linked") / "a.npz").symlink_to("/etc/passwd")
    (submitted / "packed.tar.gz").write_bytes(b"x")
    found = {"sparse": "too large", "pipe": "not a plain file", "pipe for a folder": "on its own"}
    found |= {"deep": "nested", "linked": "symbolic link"}
    found["packed.tar.gz"] = "on its own"
    try:
        (submitted / "device" / LAB).mkdir(parents=True)
        subprocess.run(["mknod", submitted / "device" / LAB / f"{LAB}.ipynb", "c", "1", "5"], check=True)
        found["device"] = "not a plain file"
    except (OSError, subprocess.CalledProcessError):  # only root may
        found["device"] = "no notebook"
    return found
