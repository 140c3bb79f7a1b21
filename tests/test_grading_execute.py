"""A hand-in run in one kernel and judged in another: honest ones get their points, and attacks get none."""

import ast
import asyncio
import copy
import json
import os
import re
import secrets
import signal
import socket
import threading
import time
from pathlib import Path

import nbformat
import pytest

from grading import task
from grading.judging import execute as judging
from grading.judging import judges, kernel
from grading.judging.execute import execute
from grading.judging.kernel import Budget, Kernel
from grading.records import Reason
from grading.results.gradebook import points
from grading.sandbox import bubblewrap, forkclient, limits
from grading.sandbox.limits import Limits
from grading.sandbox.provisioner import KERNEL_NAME, install_kernelspec
from grading.sandbox.watchdog import descendants, private_bytes
from grading.task import Job, run_job
from grading.words import words
from tests import toy_course
from tests.hand_ins import read_hand_in
from tests.needs_sandbox import needs_sandbox

pytestmark = [needs_sandbox, pytest.mark.slow]

WRONG_MEAN = "def mean(values):\n    return sum(values)"
WRONG = {"mean": WRONG_MEAN, "square": "def square(x):\n    return 2 * x"}
SQUARE = "\ndef square(x):\n    return x * x"
QUICK = Budget(cell_seconds=3, total_seconds=40)
MOST = Limits(wall_seconds=60)


@pytest.fixture(scope="module")
def kernels(tmp_path_factory):
    """Return where the specification of a kernel is that is forked from a process with NumPy."""
    judges.close_all()
    forkclient.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forkclient, "_HEAVY", "numpy,matplotlib.pyplot,matplotlib.backends.backend_agg")
        patch.setattr(kernel, "GRACE_SECONDS", 2.0)
        yield [str(install_kernelspec(tmp_path_factory.mktemp("share"), MOST, fast=True) / "kernels")]
        judges.close_all()
        forkclient.close_all()


@pytest.fixture
def run(kernels, tmp_path):
    """Return a function that runs the toy lab with other answers and gives the notebook and a `Ran`."""

    def function(answers, budget=QUICK, master=None, seed=None):
        master = master or (
            toy_course.with_twice() if {"twice", "own"} & set(answers) else toy_course.master()
        )
        notebook = copy.deepcopy(master)
        for cell in notebook.cells:
            cell.source = answers.get(cell.id, cell.source)
        return execute(
            notebook, nbformat.writes(master), KERNEL_NAME, tmp_path, budget, kernel_dirs=kernels, seed=seed
        )

    return function


def score(notebook) -> float:
    return sum(got for got, _ in points(notebook).values())


def hints(notebook) -> dict[str, str]:
    return {c.id: c.metadata.grading["hint"] for c in notebook.cells if "grading" in c.metadata}


def kinds(ran) -> list[tuple[str, str]]:
    assert all(words(reason) for reason in ran.reasons)
    return [(reason.kind, reason.cell) for reason in ran.reasons]


HONEST = {
    "right": {},
    "wrong": WRONG,
    "half": {"mean": WRONG_MEAN},
    "empty": {
        name: f"def {name}(x):\n    raise NotImplementedError('not written yet')"
        for name in ("mean", "square")
    },
    "prints": {"square": "def square(x):\n    print('working', x)\n    return x * x"},
    "warns": {"square": "import warnings\ndef square(x):\n    warnings.warn('slow')\n    return x * x"},
    "logs": {"square": "import logging\nlogging.basicConfig()\ndef square(x):\n    logging.warning('slow')\n"
             "    return x * x"},
    "logs without more": {"square": "import logging\ndef square(x):\n    logging.warning('oh')\n"
                          "    return x * x"},
    "shows progress": {"square": "import sys\ndef square(x):\n    sys.stderr.write('50 %\\n')\n"
                       "    return x * x"},
    "own exception": {
        "mean": "class Oh(Exception):\n    pass\ndef mean(values):\n    raise Oh('no')",
        "square": "def square(x):\n    return x * x",
    },
    "own print": {"square": "print = lambda *words: None\ndef square(x):\n    print(x)\n    return x * x"},
    "magics": {"square": "%time y = 1\n!true\ndef square(x):\n    return x * x"},
    "pictures": {"square": "from IPython.display import HTML\ndisplay(HTML('<b>x</b>'))" + SQUARE},
    "matplotlib": {
        "square": "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\n"
        "def square(x):\n    return x * x"
    },
    "star import": {"square": "from math import *\ndef square(x):\n    return x * x"},
    "asks": {"square": "def square(x):\n    return x * x\ninput('name? ')"},
    "quits": {"square": "def square(x):\n    return x * x\nquit()"},
    "exits": {"square": "import sys\ndef square(x):\n    return x * x\nsys.exit(0)"},
    "thread": {
        "square": "import threading, time\nthreading.Thread(target=time.sleep, args=(9,)).start()" + SQUARE
    },
    "seeds": {"square": "import random, numpy as np\nrandom.seed(1)\nnp.random.seed(1)" + SQUARE},
    "names are taken": {"square": "bool = list = max = sum = None\ncompile = open = 3" + SQUARE},
    "tracebacks of its own": {"square": "get_ipython().showtraceback = None\n%xmode Minimal" + SQUARE,
                              "mean": "def mean(v):\n    raise ValueError('no')"},
}  # fmt: skip
# What is written to the error stream costs the points of its test, by whatever way, and the hint says so; a
# warning of Python's does not.
LOSES = {
    "wrong": 5,
    "half": 2,
    "empty": 5,
    "own exception": 2,
    "shows progress": 3,
    "logs": 3,
    "logs without more": 3,
    "tracebacks of its own": 2,
}

# Unusual, but nobody is deceived: all points, and no suspicion.
UNUSUAL = {
    "classes of his own": "class Mine:\n    def __eq__(self, other):\n        return True\nx = Mine()",
    "decorators": "import functools\ndef log(f):\n    @functools.wraps(f)\n    def g(*a):\n"
    "        return f(*a)\n    return g\n@log\n@functools.lru_cache\ndef square(x):\n    return x * x",
    "a callable object": "class Square:\n    def __call__(self, x):\n        return x * x\nsquare = Square()",
    "settings": "np.seterr(all='ignore')\nnp.set_printoptions(precision=3)\nnp.random.seed(0)\n"
    "import os, sys, warnings\nsys.setrecursionlimit(5000)\nos.environ['X'] = '1'\n"
    "warnings.filterwarnings('ignore')\n%config InlineBackend.figure_format = 'retina'\n%xmode Minimal",
    "matplotlib's show": "import matplotlib.pyplot as plt\nplt.style.use('ggplot')\n"
    "plt.show = lambda *a: None\n%matplotlib inline\nplt.plot([1])\nplt.show()",
    "built-in names for values": "max = id = 3\nlist = [1]\nprint = lambda *words: None\nfilter = np.ones(3)",
    "names of the tests": "found = 1\nsecret_values = 2\nright = np.ones(2)\nhidden = yours = 0\n"
    "draw = observe = judge = given = seen = task = shell = reply = 5\nchecks = None",
    "star imports": "from math import *\nfrom random import *\nfrom numpy.testing import *",
    "output and logs": "import logging, sys\nlogging.basicConfig(level='INFO')\nlogging.info('x')\n"
    "for i in range(300):\n    print(i, file=sys.stderr)\n%timeit -n1 -r1 sum(range(9))",
    "libraries that use frames": "import collections, dataclasses, enum, inspect, traceback, typing\n"
    "def square(x):\n    collections.namedtuple('P', 'a b', defaults=[1])\n    enum.Enum('E', 'A B')\n"
    "    class N(typing.NamedTuple):\n        a: int = 1\n    try:\n        1 / 0\n"
    "    except ZeroDivisionError:\n        traceback.format_exc()\n    return x * x\n"
    "print(inspect.signature(square))",
    "threads in an answer": "from concurrent.futures import ThreadPoolExecutor\ndef square(x):\n"
    "    with ThreadPoolExecutor(2) as pool:\n        return next(pool.map(lambda v: v * v, [x]))",
    "imports in an answer": "def twice(values):\n    import numpy.fft, numpy.ma, numpy.polynomial\n"
    "    with np.errstate(all='ignore'):\n        return np.add(values, values)",
    "tests of his own": "assert twice(np.ones(1)) == 2\nimport doctest\ndoctest.testmod()",
}

# Each has wrong answers, so that every point is a false one.
ATTACKS = sorted(Path(__file__).with_name("attacks").glob("*.py"))
# What an attack ends with, if not as a wrong answer does: status, and kinds of the reasons.
NO_DATA = ("review", {"malformed"})
ENDS = {
    "endless_observe": ("graded", {"slow"}),
    "replies_without_end": ("graded", {"flood"}),
    "messages_that_are_none": ("crashed", {"protocol"}),
    "reply_half_sent_and_dead": ("crashed", {"ended"}),
    "reply_with_keys_that_collide": ("review", {"too much", "malformed"}),
    "forged_kinds": NO_DATA,
    "reply_of_another_cell": NO_DATA,
    "reply_that_is_a_verdict": NO_DATA,
    "reply_that_is_deep": NO_DATA,
    "reply_that_is_giant": NO_DATA,
    "reply_that_is_half": NO_DATA,
    "reply_that_is_no_data": NO_DATA,
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_hand_in_is_graded_and_never_suspected(name, run):
    notebook, ran = run(HONEST[name])
    assert (ran.status, ran.reasons, ran.in_process) == ("graded", [], [])
    assert score(notebook) == 5 - LOSES.get(name, 0), hints(notebook)
    if name == "shows progress":
        assert hints(notebook)["test-square"].endswith("print() does not. It wrote: 50 %")


@pytest.mark.parametrize("turn", [1, -1])
def test_unusual_but_honest_code_is_graded_and_never_suspected(turn, run):
    """All of it in one notebook, in two orders: what one does must not harm another either."""
    own = nbformat.v4.new_code_cell
    notebook = toy_course.with_twice()
    place = 1 + next(i for i, cell in enumerate(notebook.cells) if cell.id == "square")
    late = next(i for i, cell in enumerate(notebook.cells) if cell.id == "own")
    for name, code in list(UNUSUAL.items())[::turn]:
        notebook.cells.insert(late if "tests" in name else place, own(code))
    master, text = toy_course.with_twice(), {cell.id: cell.source for cell in notebook.cells}
    added = [cell for cell in notebook.cells if cell.id not in {cell.id for cell in master.cells}]
    assert len(added) == len(UNUSUAL)
    for cell in added:
        master.cells.insert(notebook.cells.index(cell), own("", id=cell.id))
    notebook, ran = run(text, master=master)
    assert (ran.status, ran.reasons) == ("graded", [])
    assert score(notebook) == 9, hints(notebook)


@pytest.mark.parametrize("path", ATTACKS, ids=[path.stem for path in ATTACKS])
def test_an_attack_earns_nothing_and_its_end_is_said(path, run):
    notebook, ran = run(read_hand_in(path).answers)
    status, reasons = ENDS.get(path.stem, ("graded", set()))
    assert (ran.status, {kind for kind, _ in kinds(ran)}) == (status, reasons)
    # A crashed hand-in has no score at all.
    assert set(ran.tests.values()) == ({"not run"} if status == "crashed" else {"failed"})
    assert status == "crashed" or score(notebook) == 0


def test_every_attack_that_ends_in_its_own_way_is_there():
    assert set(ENDS) <= {path.stem for path in ATTACKS}


# --- limits -----------------------------------------------------------------------------------------------


def test_an_endless_loop_is_stopped_and_the_rest_is_graded(run):
    notebook, ran = run({"mean": WRONG_MEAN + "\nwhile True:\n    pass"})
    assert (ran.status, kinds(ran), score(notebook)) == ("graded", [("slow", "mean")], 3)


def test_an_answer_that_never_returns_is_stopped_and_the_rest_is_graded(run):
    notebook, ran = run({"mean": "def mean(values):\n    while True:\n        pass"})
    assert (ran.status, kinds(ran), score(notebook)) == ("graded", [("slow", "test-mean")], 3)
    assert hints(notebook)["test-mean"] == "Stopped: it took too long."


def test_time_that_runs_out_leaves_the_tests_their_own(run):
    slow = "import time\ntime.sleep(2)"
    _, ran = run({"mean": slow, "square": slow + SQUARE}, Budget(cell_seconds=4, total_seconds=1))
    assert (ran.status, kinds(ran)) == ("graded", [("slow", "mean"), ("plain time", "square")])
    assert ran.tests == {"test-mean": "failed", "test-square": "failed"}
    answers = {"mean": "import time\ndef mean(v):\n    time.sleep(2)", "square": WRONG["square"]}
    notebook, ran = run(answers, Budget(cell_seconds=4, test_seconds=1))
    assert (ran.status, kinds(ran)) == ("graded", [("slow", "test-mean"), ("test time", "test-square")])
    assert ran.tests == {"test-mean": "failed", "test-square": "not run"}
    assert score(notebook) == 0, "nbgrader gives all points for a test without outputs"


def test_a_kernel_that_ignores_interrupts_is_ended_and_gets_no_score(run):
    code = (
        "import time\nwhile True:\n    try:\n        time.sleep(1)\n    except BaseException:\n        pass"
    )
    _, ran = run({"mean": code}, Budget(cell_seconds=2, total_seconds=40))
    assert (ran.status, kinds(ran)) == ("crashed", [("deaf", "mean")])
    assert ran.tests == {"test-mean": "not run", "test-square": "not run"}


@pytest.mark.parametrize(
    "code", ["import os; os._exit(0)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"]
)
def test_a_dead_kernel_is_a_crash_and_no_suspicion(code, run):
    for cell, answer in (("square", code), ("test-square", f"def square(x):\n    {code}")):
        _, ran = run({"square": answer})
        assert (ran.status, kinds(ran)) == ("crashed", [("ended", cell)])
        assert ran.tests == {"test-mean": "passed", "test-square": "not run"}


def test_a_kernel_that_is_lost_after_the_last_test_takes_no_mark_with_it(run):
    master = toy_course.master()
    master.cells.append(nbformat.v4.new_code_cell("", id="own"))
    notebook, ran = run({"own": "import os; os._exit(0)", "square": WRONG["square"]}, master=master)
    assert (ran.status, kinds(ran)) == ("graded", [("ended", "number 8")])
    assert score(notebook) == 2


# What is printed, and how it may end: the cell is stopped and the rest is graded; or, where the kernel
# swallows the interrupt or the flood itself blocks it, the kernel is ended. One that a kernel cannot swallow
# has one end. On a busy machine the kernel's messages come late, and the time limit ends it.
FLOODS = {
    "many prints": (
        "while True:\n    print('x' * 1000)",
        {("graded", "flood"), ("graded", "slow"), ("crashed", "deaf")},
    ),
    "one print": ("print('x' * 300_000_000)", {("crashed", "deaf")}),
    "many displays": (
        "from IPython.display import HTML\nwhile True:\n    display(HTML('<b>x</b>'))",
        {("graded", "flood"), ("graded", "slow"), ("crashed", "deaf")},
    ),
    "long error": ("raise ValueError('x' * 3_000_000)", {("graded", "")}),
    "clear_output": (
        "from IPython.display import clear_output as c\nwhile True:\n    c()\n    print('x')",
        {("graded", "flood"), ("graded", "slow"), ("crashed", "deaf")},
    ),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_output_is_cut_and_nothing_large_is_kept(name, run):
    code, ends = FLOODS[name]
    notebook, ran = run({"mean": WRONG_MEAN + "\n" + code}, Budget(cell_seconds=2, total_seconds=40))
    assert len(nbformat.writes(notebook)) < 3_500_000
    found = [(ran.status, *reason) for reason in kinds(ran)] or [(ran.status, "", "mean")]
    assert len(found) == 1
    assert found[0] in {(*end, "mean") for end in ends}
    if ran.status == "graded":
        assert score(notebook) == 3, "the other answer counts"
        assert ran.tests == {"test-mean": "failed", "test-square": "passed"}
    else:
        assert ran.tests == {"test-mean": "not run", "test-square": "not run"}


def test_what_a_fast_cell_shows_is_kept_and_its_end_is_heard(run):
    """Without a brake, ipykernel drops what is not yet read: outputs, and word that the cell has ended."""
    code = "for n in range(1_900):\n    display({'text/plain': str(n)}, raw=True)"
    notebook, ran = run({"mean": f"{code}\n{WRONG_MEAN}", "square": code + SQUARE}, Budget(cell_seconds=20))
    assert (ran.status, ran.reasons, score(notebook)) == ("graded", [], 3)
    for cell in notebook.cells:
        if cell.id in ("mean", "square"):
            assert [o.data["text/plain"] for o in cell.outputs] == [str(n) for n in range(1_900)]


# Each sends far more than the reader's memory should hold, in messages of 19 MB: 100 of them by the kernel's
# own way, or past it, signed with its key; one of 150 parts; and ones whose JSON becomes far larger.
SENDS = """
import time, zmq
kernel = get_ipython().kernel
session, socket = kernel.session, kernel.iopub_thread.socket


def send(content, times=1, parts=()):
    parts = [zmq.Frame(part) for part in parts]
    for _ in range(times):
        header, parent = session.msg_header("display_data"), kernel.get_parent("shell")["header"]
        message = [session.pack(header), session.pack(parent), b"{}", content]
        message = [b"display_data", b"<IDS|MSG>", session.sign(message), *message]
        socket.send_multipart([*map(zmq.Frame, message), *parts], copy=False)


def later(*given):
    kernel.iopub_thread.schedule(lambda: send(*given))
    time.sleep(2)


HEAD, TAIL = b'{"metadata": {}, "data": {"text/plain": ', b"}}"
"""
LARGE = {
    "displays": "for _ in range(100):\n    display({'text/plain': 'x' * 19_000_000}, raw=True)",
    "messages": "later(HEAD + b'\"' + b'x' * 19_000_000 + b'\"' + TAIL, 100)",
    "parts": "later(HEAD + b'1' + TAIL, 1, [b'x' * 19_000_000] * 150)",
    "lists": "later(HEAD + b'[' + b'[],' * 6_300_000 + b'[]]' + TAIL, 5)",
}


@pytest.mark.parametrize("name", LARGE)
def test_whatever_is_sent_the_readers_memory_is_bounded(name, run):
    run({})
    before, peak, done = private_bytes([os.getpid()]), 0, threading.Event()

    def look():
        nonlocal peak
        while not done.wait(0.01):
            peak = max(peak, private_bytes([os.getpid()]))

    threading.Thread(target=look, daemon=True).start()
    notebook, ran = run({"mean": WRONG_MEAN + SENDS + LARGE[name]})
    done.set()
    assert peak - before < 2.5 * Limits().reader_bytes, f"{(peak - before) / limits.MIB:.0f} MiB"
    assert len(nbformat.writes(notebook)) < 3_500_000
    (reason,) = kinds(ran)
    assert (ran.status, *reason) in {
        ("graded", "flood", "mean"), ("graded", "slow", "mean"), ("crashed", "deaf", "mean"),
        ("crashed", "sent", "mean"),
    }  # fmt: skip
    if name == "parts":
        assert ran.reasons[0] == Reason("sent", "mean", "512")


# Replies that are as large as one may be when they are unpacked, or when they are handed on.
FORGED = """import json
kernel_pub = get_ipython().display_pub
old, MIME = kernel_pub.publish, "application/x-gan-course-seen"
ONE = json.dumps({"array": ["<f8", [1], "AAAAAAAAAAA="], "kind": "array"})


def forge(name, *forged):
    def new(data, *a, **k):
        reply = json.dumps({"dict": [["seen", list(forged)], ["error", None], ["written", ""]]})
        old({MIME: data[MIME][:16] + (reply if forged else name)}, *a, **k)

    kernel_pub.publish = new
"""
GIANTS = {
    "lists": ("", "'[' + ('[' * 18 + ']' * 18 + ',') * 420_000 + '[]]'"),
    "arrays": ("", "'[' + (ONE + ',') * 135_000 + ONE + ']'"),
    "numbers": ("", "'[' + '1.5,' * 990_000 + '1]'"),
    "text": ("", "json.dumps('x' * 15_000_000)"),
    "letters": ("'\\x7f' * 19_000_000", ""),
    "quotes": ("'\\'' * 9_000_000", ""),
}


def test_whatever_comes_back_the_judges_memory_and_time_are_bounded(run, monkeypatch):
    """Measured: the judge's peak, and what the process that grades took meanwhile."""
    parts = lab(*((name, "1", "assert seen == given") for name in (*GIANTS, "last")))
    answers = {
        name: f"def {name}(x):\n    forge({', '.join(filter(None, (raw or repr(''), seen)))})\n    return x"
        for name, (raw, seen) in GIANTS.items()
    }
    answers["lists"] = FORGED + answers["lists"]
    answers["last"] = "def last(x):\n    kernel_pub.publish = old\n    return x"
    real, ours, theirs, took = judging._Run.judged, [], [], []

    async def judged(one, where, reply):
        before, done, started = private_bytes([os.getpid()]), threading.Event(), time.monotonic()

        def look():
            while not done.wait(0.005):
                ours.append(private_bytes([os.getpid()]) - before)

        watching = threading.Thread(target=look)
        watching.start()
        verdict = await real(one, where, reply)
        done.set()
        watching.join()
        took.append(time.monotonic() - started)
        for pid in descendants(one.judge.manager.provisioner.pid):
            theirs.append(
                int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024
            )
        return verdict

    monkeypatch.setattr(judging._Run, "judged", judged)
    notebook, ran = run(answers, Budget(cell_seconds=60), parts)
    assert ran.tests == {f"test-{name}": "failed" for name in GIANTS} | {"test-last": "passed"}
    assert {cell for _, cell in kinds(ran)} == {"test-lists", "test-letters", "test-quotes"}, kinds(ran)
    assert (ran.status, score(notebook), len(took)) == ("review", 1, len(GIANTS) + 1)
    assert max(theirs) < 450, "MiB"  # 290 were measured, of which 100 are its libraries
    assert max(ours) < 200 * limits.MIB
    assert max(took) < 30  # 2 on a machine with nothing else to do


# --- what the judge is given ------------------------------------------------------------------------------


def lab(*parts: tuple[str, str, str], given: str = toy_course.SET_UP) -> nbformat.NotebookNode:
    """Return a lab with a test of 1 point for each ``(name, what is drawn, what the judge does)``."""
    cells = [nbformat.v4.new_code_cell(given, id="set-up")]
    for name, draw, judge in parts:
        cells.append(toy_course.cell("code", f"def {name}(x):\n    return x", name, "answer"))
        test = (
            f"# {name}\ndef draw(rng):\n    return {draw}\n\n\n"
            f"def observe(given):\n    return {name}(given)\n\n\n"
            f"def judge(given, seen):\n    {judge}\n\n\nchecks.run(draw, observe, judge)"
        )
        cells.append(toy_course.cell("code", test, f"test-{name}", "test", 1))
    return nbformat.v4.new_notebook(cells=cells)


def test_large_honest_data_is_judged(run):
    """Each value has 8 bytes and is sent as nearly 11 letters: 15 of at most 16 MB."""
    parts = lab(
        ("large", "[3, 1_400_000]", "assert seen.shape == (1_400_000,) and (seen == 3).all()"),
        ("larger", "[3, 1_600_000]", "assert seen.shape == (1_600_000,) and (seen == 3).all()"),
    )
    answer = "import numpy as np\ndef {}(x):\n    return np.full(x[1], float(x[0]))"
    notebook, ran = run(
        {name: answer.format(name) for name in ("large", "larger")}, Budget(cell_seconds=20), parts
    )
    assert (ran.status, ran.reasons) == ("graded", [])
    assert ran.tests == {"test-large": "passed", "test-larger": "failed"}
    assert hints(notebook)["test-larger"].startswith(
        "What your code returned cannot be judged: 17 MB of data"
    )


def test_what_came_back_reaches_the_judge_in_seconds_whatever_its_letters(kernels, tmp_path):
    """As code of a cell, 15 MB took 20 seconds, for IPython looks through every line of a cell."""

    async def ask() -> dict[str, float]:
        judge, took = Kernel(KERNEL_NAME, tmp_path, Budget(), kernels), {}
        try:
            await judge.start()
            for letter in ("x", "\x00", "\x7f", "\u2028", "\U0001f600", "\\", "'\"", "\n", "[],"):
                text, started = letter * (15_000_000 // len(json.dumps(letter))), time.monotonic()
                answer = await judge.ask(f"len({text!r})", 60, expression=True)
                took[letter] = time.monotonic() - started
                assert (answer.status, answer.stopped) == ("ok", "")
        finally:
            await judge.end()
        return took

    took = asyncio.run(ask())
    assert max(took.values()) < 10, took


def test_a_judge_that_is_lost_over_what_came_back_is_replaced_and_says_so(run):
    """Judges that what comes back can make slow, hungry or dead: no lab's, but a judge may be anything."""
    parts = lab(
        ("slow", "1", "assert sum(1 for _ in range(seen)) == 1"),
        ("memory", "1", "assert len(bytes(seen)) == 1"),
        ("dead", "1", "assert seen == 1 or __import__('os').abort()"),
        ("honest", "int(rng.integers(9))", "assert seen == given"),
    )
    answers = {name: f"def {name}(x):\n    return 10**11" for name in ("slow", "memory", "dead")}
    notebook, ran = run(answers, Budget(cell_seconds=3), parts)
    assert ran.tests == {"test-slow": "failed", "test-memory": "failed", "test-dead": "failed"} | {
        "test-honest": "passed"
    }
    assert (ran.status, kinds(ran)) == (
        "review", [("too much", "test-slow"), ("error", "test-memory"), ("too much", "test-dead")]
    )  # fmt: skip
    assert score(notebook) == 1


def test_a_test_that_is_not_written_for_a_judge_is_run_beside_the_answers_and_named(run):
    master = toy_course.master()
    (old,) = (cell for cell in master.cells if cell.id == "test-square")
    old.source = "# Part 2\nassert square(3) == 9, 'did you double it?'"
    for square, hint, got in (
        (SQUARE, "", 5),
        (WRONG["square"], "did you double it?", 2),
        ("def square(x):\n    import sys\n    print('x', file=sys.stderr)\n    return 9",
         "Your code wrote to the error stream, which costs this test's points; print() does not."
            " It wrote: x", 2),
    ):  # fmt: skip
        notebook, ran = run({"square": square}, master=master)
        assert (ran.status, ran.reasons, ran.in_process) == ("graded", [], ["test-square"])
        assert (score(notebook), hints(notebook)["test-square"].strip()) == (got, hint)


def test_a_given_cell_that_fails_is_named(run):
    master = toy_course.master()
    master.cells.insert(2, nbformat.v4.new_code_cell("import nothing_of_that_name", id="second"))
    notebook, ran = run({}, master=master)
    assert (ran.status, kinds(ran), score(notebook)) == ("graded", [("given cell", "number 3")], 5)


def test_hints_are_the_masters_or_the_students_own_error(run):
    notebook, _ = run(
        {"mean": "def mean(values):\n    raise AssertionError('OWN')", "square": WRONG["square"]}
    )
    assert hints(notebook) == {
        "test-mean": "Your code raised AssertionError: OWN", "test-square": "did you double it?"
    }  # fmt: skip
    (cell,) = (cell for cell in notebook.cells if cell.id == "test-mean")
    shown = re.sub("\x1b.*?m", "", "".join(o.get("text", "") for o in cell.outputs))
    assert "raise AssertionError('OWN')" in shown, "their own error, with its place"


def test_a_seed_gives_the_same_inputs_and_the_same_verdict_again(run):
    """An answer that is right for half of the inputs: its points depend on the seed alone."""
    parts = lab(
        *((f"coin{n}", "int(rng.integers(2**40))", "assert seen == given % 2, f'{given}'") for n in range(8))
    )
    answers = {f"coin{n}": f"def coin{n}(x):\n    return 0" for n in range(8)}
    notebook, ran = run(answers, master=parts)
    again, repeated = run(answers, master=parts, seed=ran.seed)
    other, _ = run(answers, master=parts, seed=ran.seed + 1)
    assert repeated.seed == ran.seed
    assert hints(again) == hints(notebook)
    assert hints(other) != hints(notebook)
    assert any(hints(notebook).values()) or any(hints(other).values())


# --- secrets ----------------------------------------------------------------------------------------------

MARKED = """def draw(rng):
    "MARK"
    return {"shown": SHOWN, "number": int(rng.integers(99))}


def observe(given):
    return square(given)


def judge(given, seen):
    assert seen == given["number"] ** 2 + len("MARK"), "MARK"


checks.run(draw, observe, judge)
### BEGIN HIDDEN TESTS
EXPECTED = "MARK"


def judge_again(given, seen):
    assert EXPECTED == "MARK" and seen == 5, "MARK"


checks.run(draw, observe, judge_again)
### END HIDDEN TESTS"""
# What it looks for it knows by its form only, so that its own memory does not hold it.
SEARCH = r"""import gc, os, re, sys
WIDE = b"".join(b"[%c]\\0{0,3}" % letter for letter in b"mark-") + rb"(?:[0-9a-f]\0{0,3}){32}"
FORMS = [re.compile(form, re.DOTALL) for form in (WIDE, *SEEDS)]
places = set()


def look(where, content):
    for form in FORMS:
        for found in form.finditer(content):
            places.add((where, found.group()[:160].replace(b"\0", b"")))


def search():
    places.clear()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        for name in ("environ", "cmdline", "status", "comm", "maps"):
            try:
                look(f"/proc/{pid}/{name}", open(f"/proc/{pid}/{name}", "rb").read())
            except OSError:
                pass
        try:
            maps, memory = open(f"/proc/{pid}/maps").read(), open(f"/proc/{pid}/mem", "rb", 0)
        except OSError:
            continue
        for line in maps.splitlines():
            span, rights, *_, = line.split()
            if "w" in rights:
                first, last = (int(word, 16) for word in span.split("-"))
                try:
                    memory.seek(first)
                    look("memory", memory.read(last - first))
                except (OSError, OverflowError):
                    pass
    for top in ("/tmp", "/lab", "/run", "/dev/shm", "/etc", "/var", "/home", "/root", "/work"):
        for folder, _, files in os.walk(top):
            for name in files:
                path = os.path.join(folder, name)
                try:
                    if os.path.getsize(path) < 10**6 and "site-packages" not in path:
                        look(path, open(path, "rb").read())
                except OSError:
                    pass
    for one in gc.get_objects():
        if isinstance(one, dict) and "_judge" in one:
            places.add(("objects", b"_judge"))
    frame = sys._getframe()
    while frame is not None:
        for names in (frame.f_locals, frame.f_globals):
            look("frames", repr([names.get(n) for n in ("judge", "_judge", "draw", "EXPECTED")]).encode())
        frame = frame.f_back
    return sorted(places)


calls = []


def square(given):
    calls.append(1)
    if len(calls) == 2:
        print("SEEN", search())
    return given["number"]"""


def forms_of(seed: int) -> list[bytes]:
    """Return what a number looks like in memory: in words, as C has it, as Python has it; without its end."""
    bits = 2**30 - 1
    python = ((seed >> 30) & bits).to_bytes(4, "little") + (seed >> 60).to_bytes(4, "little")
    return [
        str(seed)[:13].encode(), f"{seed:016x}"[:11].encode(), seed.to_bytes(8, "little")[3:],
        seed.to_bytes(8, "big")[:5], python,
    ]  # fmt: skip


def test_nothing_of_the_judge_is_in_the_memory_or_files_of_who_is_judged(run, monkeypatch):
    """Its text, what it expects, the seed: neither while a test is observed nor after it."""
    secret, shown = (f"mark-{secrets.token_hex(16)}" for _ in range(2))
    master = toy_course.master()
    for cell in master.cells:
        if cell.id == "test-square":
            cell.source = MARKED.replace("MARK", secret).replace("SHOWN", repr(shown))
    master.cells.append(nbformat.v4.new_code_cell("", id="own"))
    seed = (secrets.randbits(47) << 17) + secrets.randbits(16)
    asked = []
    real = Kernel.ask

    async def ask(kernel, code, *words, **more):
        asked.append((kernel, code))
        return await real(kernel, code, *words, **more)

    monkeypatch.setattr(Kernel, "ask", ask)
    forms = [b"".join(b"[\\x%02x]" % letter for letter in form) for form in forms_of(seed)]
    answers = {"square": SEARCH.replace("SEEDS", repr(forms)), "own": "print('AFTER', search())"}
    notebook, ran = run(answers, Budget(cell_seconds=30, total_seconds=90), master, seed)
    printed = "".join(o.get("text", "") for c in notebook.cells for o in c.get("outputs", []))
    assert (ran.status, ran.tests["test-square"], ran.tests["test-mean"]) == ("graded", "failed", "passed")
    for word in ("SEEN", "AFTER"):
        found = ast.literal_eval(re.search(rf"{word} (\[.*\])", printed).group(1))
        # What it was shown is found, so that it could have found the rest.
        assert ("memory", shown.encode()) in found
        assert {text for _, text in found} <= {shown.encode()}, (word, found)
    inside = [code for kernel, code in asked if any("square" in c for k, c in asked if k is kernel)]
    assert any(secret in code for code in inside), "the judge does hold it"
    student = [k for k, code in asked if "SEARCH" not in code and "observe_all(task, shell)" in code]
    assert student
    assert not any(secret in code or f"{seed}" in code for kernel, code in asked if kernel in student)


def test_the_judges_kernel_is_given_no_code_of_a_hand_in(run, monkeypatch):
    """All that it is ever sent of one is one text, a constant, where data stands."""
    sent = []
    real = Kernel.ask

    async def ask(kernel, code, *words, **more):
        sent.append((kernel, code))
        return await real(kernel, code, *words, **more)

    monkeypatch.setattr(Kernel, "ask", ask)
    evil = '\'))\nEVIL = 1\n#"""\\'
    answers = {"mean": f"EVIL = 1\ndef mean(values):\n    return {evil!r}"}
    answers["square"] = f"def square(x):\n    raise ValueError({evil!r})"
    _, ran = run(answers)
    judges = [code for kernel, code in sent if any("_judge = Judge(" in c for k, c in sent if k is kernel)]
    assert len(judges) == 2 + 2  # its text, all inputs, and each test
    assert "EVIL" not in judges[0] + judges[1]
    for code in judges[2:]:
        (line,) = ast.parse(code).body
        inner = line.value.args[0]
        assert ast.unparse(inner.func) == "_judge.judge"
        assert [type(argument) for argument in inner.args] == [ast.Constant] * 2
        assert "EVIL" in inner.args[1].value
    assert (ran.status, set(ran.tests.values())) == ("graded", {"failed"})


# --- a machine that fails ---------------------------------------------------------------------------------


@pytest.fixture
def job(monkeypatch):
    """Return a function that runs a job as a worker does, with kernels forked from one with NumPy."""
    judges.close_all()
    forkclient.close_all()
    monkeypatch.setattr(forkclient, "WORTH", {"math"})
    monkeypatch.setattr(task, "_can_fork", True)
    monkeypatch.setattr(forkclient, "_HEAVY", "numpy")
    master = toy_course.master()

    def function(**answers) -> tuple:
        notebook = nbformat.writes(toy_course.solved(**answers))
        done, ran = run_job(Job(notebook, {}, budget=QUICK, limits=MOST), nbformat.writes(master))
        return nbformat.reads(done, as_version=4), ran

    yield function
    judges.close_all()
    forkclient.close_all()


def whole(done) -> bool:
    notebook, ran = done
    return (ran.status, ran.reasons, score(notebook)) == ("graded", [], 5)


def kill_fork_server() -> None:
    for server in list(forkclient._running.values()):
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()


@pytest.mark.parametrize("asked", ["mean", "_judge.judge('test-mean'"])
def test_a_fork_server_killed_in_mid_run_is_nobodys_crash(asked, job, monkeypatch):
    """Killed while the hand-in computes; and while the judge judges, whose restart brings a new one."""
    real, killed = Kernel.ask, []

    async def ask(kernel, code, *words, **more):
        if asked in code and "observe_all" not in code and "Judge(" not in code and not killed:
            killed.append(code)
            kill_fork_server()
        return await real(kernel, code, *words, **more)

    monkeypatch.setattr(Kernel, "ask", ask)
    assert whole(job())
    assert len(killed) == 1
    assert task._can_fork


def test_a_judge_killed_in_mid_run_is_replaced_and_costs_nothing(job, monkeypatch):
    real, killed = judging._Run.judged, []

    async def judged(one, where, reply):
        if not killed:
            killed.append(where)
            await one.judge.manager.provisioner.kill()
        return await real(one, where, reply)

    monkeypatch.setattr(judging._Run, "judged", judged)
    assert whole(job())
    assert killed == ["test-mean"]


def test_no_judge_in_mid_run_is_the_machines_fault(job, monkeypatch):
    """Neither a crash of the student's nor a point lost: the run stops, and says why."""
    real = judging._Run.start_judge
    started = []

    async def start_judge(one):
        started.append(one)
        if len(started) % 2 == 0:
            raise judging.NoKernel("a judge could not be started: no room")
        await real(one)

    async def judged(one, where, reply):
        await one.judge.end()
        return await plainly(one, where, reply)

    plainly = judging._Run.judged
    monkeypatch.setattr(judging._Run, "start_judge", start_judge)
    monkeypatch.setattr(judging._Run, "judged", judged)
    with pytest.raises(OSError, match="a judge could not be started: no room"):
        job()
    assert len(started) == 6  # three times, a judge and one in its place


def test_a_library_replaced_in_mid_run_gives_a_new_fork_server(job, monkeypatch):
    """What a fork's sandbox is made from is no longer there: it says so, and the next server knows better."""
    assert whole(job())
    (server,) = forkclient._running.values()
    real = bubblewrap.command

    def command(*words, extra=(), nested=False, **more):
        gone = ["--ro-bind", "/etc/ld.so.cache.gone", "/etc/x"] if nested and server in running() else []
        return real(*words, extra=[*extra, *gone], nested=nested, **more)

    def running():
        return list(forkclient._running.values())

    monkeypatch.setattr(bubblewrap, "command", command)
    assert whole(job())
    assert server not in running()
    assert task._can_fork


@pytest.mark.parametrize("fast", [True, False])
def test_starts_that_fail_for_a_while_are_tried_again(fast, job, monkeypatch):
    monkeypatch.setattr(forkclient, "WORTH", {"math"} if fast else {"nothing"})
    real, left = bubblewrap.command, [2]

    def command(*words, **more):
        left[0] -= 1
        return ["bwrap", "--no-such-option"] if left[0] >= 0 else real(*words, **more)

    monkeypatch.setattr(bubblewrap, "command", command)
    before = set(limits._base().iterdir())
    assert whole(job())
    assert left[0] < 0
    judges.close_all()
    forkclient.close_all()
    assert set(limits._base().iterdir()) <= before, "a kernel that did not start left its folder"


def test_the_error_of_a_fork_is_read_before_its_connection_closes():
    for text, said in (
        (b'{"error": "bwrap: no such file"}\n', "bwrap: no such file"),
        (b'{"error": "half', "the forked kernel ended at its start"),
        (b"", "the forked kernel ended at its start"),
    ):
        ours, theirs = socket.socketpair()
        process = forkclient.ForkedProcess(ours)
        theirs.sendall(text)
        close = threading.Timer(0 if not text.endswith(b"\n") else 1.5, theirs.close)
        close.start()
        started = time.monotonic()
        with pytest.raises(OSError, match=said):
            process.wait_for_start()
        assert time.monotonic() - started < 1
        close.join()
    ours, theirs = socket.socketpair()
    process = forkclient.ForkedProcess(ours)
    theirs.sendall(b'{"pid": 7}\n')
    process.wait_for_start()
    theirs.sendall(b'{"stat')
    theirs.close()
    assert (process.pid, process.wait(5)) == (7, -9)


# --- networks, in a judge with TensorFlow -----------------------------------------------------------------

NETWORK = """# {name}
def draw(rng):
    return rng.normal(size=(4, 6)).astype("float32")


def observe(given):
    made = {name}(6)
    return [checks.describe(made, given), np.asarray(made(given)) if callable(made) else None]


def judge(given, seen):
    checks.compare("its output", seen[1], checks.rebuild("your network", seen[0])(given))


checks.run(draw, observe, judge)"""
DESCRIBED = """import tensorflow as tf
def described(body, change=lambda graph: None):
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder("float32", (None, 6), "x")
        names = [body(x).name]
    text = graph.as_graph_def()
    change(text)
    text = np.frombuffer(text.SerializeToString(), "uint8")
    mode = {"graph": text, "inputs": ["x:0"], "constants": [], "outputs": names}
    return {"model": "x", "weights": [], "trainable": 0, "modes": [mode] * 2}
def inside(function, kind="float32"):
    inner = tf.function(function, autograph=False).get_concrete_function(tf.TensorSpec((None, 6)))
    return lambda x: tf.raw_ops.PartitionedCall(args=[x], Tout=[kind], f=inner)[0]
def calls_itself(graph):
    body = graph.library.function[0]
    call = next(node for node in graph.node if node.op == "PartitionedCall")
    node = next(node for node in body.node_def if node.op == "AddV2")
    node.op, node.attr["f"].func.name = "PartitionedCall", body.signature.name
    node.input[:] = node.input[:1]
    for name in ("Tin", "Tout"):
        node.attr[name].CopyFrom(call.attr[name])
    node.attr.pop("T")
    body.ret[body.signature.output_arg[0].name] = node.name + ":output:0"
"""
BOMBS = {
    "memory": "described(lambda x: tf.fill([10**11], 1.0))",
    "more": "described(lambda x: tf.zeros([10**9]) + tf.zeros([4000, 1]))",
    "endless": "described(lambda x: tf.while_loop(lambda y: True, lambda y: y + 1, [x])[0])",
    "itself": "described(inside(lambda x: x + 1), calls_itself)",
    "many": "described(lambda x: tf.add_n([x + 1 for _ in range(3_000)]))",
    "native": "described(lambda x: tf.raw_ops.QuantizedReshape(tensor=tf.cast(x, 'quint8'), shape=[-9],"
    " input_min=[], input_max=[])[0])",
    "deep": "{'model': 'x', 'weights': [], 'trainable': 0, 'modes': eval('[' * 90 + ']' * 90)}",
}


def test_descriptions_of_networks_that_are_bombs_end_in_the_table(tmp_path):
    given = "import keras\nimport numpy as np\nfrom helpers import checks"
    master = lab(*((name, "1", "pass") for name in ("network", *BOMBS, "last")), given=given)
    for cell in master.cells:
        if cell.id.startswith("test-"):
            cell.source = NETWORK.replace("{name}", cell.id.removeprefix("test-"))
        elif cell.id in BOMBS:
            cell.source = DESCRIBED + f"def {cell.id}(size):\n    return {BOMBS[cell.id]}"
        elif cell.id != "set-up":
            cell.source = (
                f"def {cell.id}(size):\n"
                "    return keras.Sequential([keras.Input((size,)), keras.layers.Dense(3, 'tanh')])"
            )
    job = Job(nbformat.writes(master), {}, budget=Budget(cell_seconds=20, total_seconds=120))
    try:
        _, ran = run_job(job, nbformat.writes(master))
    finally:
        judges.close_all()
        forkclient.close_all()
    passed = {"test-network": "passed", "test-last": "passed"}
    assert ran.tests == passed | {f"test-{name}": "failed" for name in BOMBS}
    assert {kind for kind, _ in kinds(ran)} <= {"too much"}, (kinds(ran), ran.hints)
    assert ran.in_process == []
