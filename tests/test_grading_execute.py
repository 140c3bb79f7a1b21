"""Checked execution: honest hand-ins are never suspected, and no patched kernel earns points in silence."""

import copy
import random
import re
from pathlib import Path

import nbformat
import pytest

from grading.judging import mustfail, probe
from grading.judging.execute import Budget, execute
from grading.results.gradebook import points
from tests import toy_course
from tests.hand_ins import read_hand_in

pytestmark = pytest.mark.slow

WRONG_MEAN = "def mean(values):\n    return sum(values)"
WRONG = {"mean": WRONG_MEAN, "square": "def square(x):\n    return 2 * x"}
SQUARE = "\ndef square(x):\n    return x * x"
QUICK = Budget(cell_seconds=3, total_seconds=40)

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
    "bool is renamed": {"square": "bool = list = None\ndef square(x):\n    return x * x"},
}

# A third part with NumPy, for the attacks and hand-ins that name it.
TWICE = "def twice(values):\n    return 2 * values"
TEST_TWICE = """# Part 3, twice: 4 points
right = np.array([2.0, 4.0])
yours = twice(np.array([1.0, 2.0]))
assert type(yours) is np.ndarray, "is it an array?"
np.testing.assert_allclose(yours, right)
### BEGIN HIDDEN TESTS
hidden = np.random.default_rng().normal(size=5)
right = 2 * hidden
np.testing.assert_allclose(twice(hidden), right)
assert np.abs(twice(hidden) - right).max() < 1e-9, "are all values doubled?"
### END HIDDEN TESTS"""

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
    "names of the tests": "found = 1\nsecret_values = 2\nright = np.ones(2)\nhidden = yours = 0",
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
every_attack = pytest.mark.parametrize("path", ATTACKS, ids=[path.stem for path in ATTACKS])


def arrays() -> nbformat.NotebookNode:
    """Return the solved toy lab with a third part, in NumPy."""
    notebook = toy_course.master()
    notebook.cells.insert(1, nbformat.v4.new_code_cell("import numpy as np", id="given"))
    notebook.cells.append(toy_course.cell("code", TWICE, "twice", "answer"))
    notebook.cells.append(nbformat.v4.new_code_cell("", id="own"))
    notebook.cells.append(toy_course.cell("code", TEST_TWICE, "test-twice", "test", 4))
    return notebook


def run(answers, folder, budget=QUICK):
    master = arrays() if {"twice", "own"} & set(answers) else toy_course.master()
    notebook = copy.deepcopy(master)
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    return execute(notebook, master, "python3", folder, budget)


def score(done) -> float:
    return sum(got for got, _ in points(done.notebook).values())


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_hand_in_is_graded_and_never_suspected(name, tmp_path):
    done = run(HONEST[name], tmp_path)
    assert done.status == "graded", done.reason
    wrong = {"wrong": 0, "half": 3, "empty": 0, "warns": 2, "own exception": 3}
    assert score(done) == wrong.get(name, 5)


def test_unusual_but_honest_code_is_graded_and_never_suspected(tmp_path):
    """All of it in two notebooks: what one does must not make another suspicious either."""
    for turn in (1, -1):
        own = nbformat.v4.new_code_cell
        notebook = arrays()
        place = 1 + next(i for i, cell in enumerate(notebook.cells) if cell.id == "square")
        late = next(i for i, cell in enumerate(notebook.cells) if cell.id == "own")
        for name, code in list(UNUSUAL.items())[::turn]:
            notebook.cells.insert(late if "tests" in name else place, own(code))
        done = execute(notebook, arrays(), "python3", tmp_path, QUICK)
        assert done.status == "graded", done.reason
        assert score(done) == 9, [c.outputs for c in notebook.cells if c.cell_type == "code"]


@every_attack
def test_a_hand_in_that_tampers_earns_nothing_in_silence(path, tmp_path):
    done = run(read_hand_in(path).answers, tmp_path)
    assert done.status == "review" or score(done) == 0, f"{score(done)} false points"
    if done.status == "review":
        assert "tampering" in done.reason


def test_an_endless_loop_is_stopped_and_the_rest_is_graded(tmp_path):
    done = run({"mean": WRONG_MEAN + "\nwhile True:\n    pass"}, tmp_path)
    assert done.status == "graded"
    assert score(done) == 3
    assert "Cell mean was stopped: it took too long." in done.reason


def test_a_kernel_that_ignores_interrupts_is_ended_and_gets_no_score(tmp_path):
    code = (
        "import time\nwhile True:\n    try:\n        time.sleep(1)\n    except BaseException:\n        pass"
    )
    done = run({"mean": code}, tmp_path)
    assert done.status == "crashed"
    assert "in cell mean" in done.reason
    assert done.tests == {"test-mean": "not run", "test-square": "not run"}


@pytest.mark.parametrize(
    "code", ["import os; os._exit(0)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"]
)
def test_a_dead_kernel_is_a_crash_and_no_suspicion(code, tmp_path):
    done = run({"square": code}, tmp_path)
    assert done.status == "crashed"
    assert "in cell square" in done.reason


# What is printed, and how it may end: the cell is stopped and the rest is graded; or, where the kernel
# swallows the interrupt or the flood itself blocks it, the kernel is ended. One that a kernel cannot swallow
# has one end.
PRINTED, LATE = "it printed too much", "it took too long"
FLOODS = {
    "many prints": (  # on a busy machine the kernel's messages come late, and the time limit ends it
        "while True:\n    print('x' * 1000)",
        {("graded", PRINTED), ("graded", LATE), ("crashed", PRINTED), ("crashed", LATE)},
    ),
    "one print": ("print('x' * 300_000_000)", {("crashed", LATE), ("crashed", PRINTED)}),
    "many displays": (
        "from IPython.display import HTML\nwhile True:\n    display(HTML('<b>x</b>'))",
        {("graded", PRINTED), ("graded", LATE), ("crashed", PRINTED), ("crashed", LATE)},
    ),
    "long error": ("raise ValueError('x' * 3_000_000)", {("graded", PRINTED)}),
    "clear_output": (
        "from IPython.display import clear_output as c\nwhile True:\n    c()\n    print('x')",
        {("graded", PRINTED), ("graded", LATE), ("crashed", LATE)},
    ),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_output_is_cut_and_nothing_large_is_kept(name, tmp_path):
    code, ends = FLOODS[name]
    done = run({"mean": WRONG_MEAN + "\n" + code}, tmp_path)
    assert len(nbformat.writes(done.notebook)) < 3_000_000
    if done.status == "graded":
        words = re.match(r"Cell mean was stopped: (.*?)\.", done.reason)
        assert score(done) == 3, "the other answer counts"
        assert done.tests == {"test-mean": "failed", "test-square": "passed"}
        (mean,) = [cell for cell in done.notebook.cells if cell.id == "mean"]
        assert mean.outputs[-1].ename == "Stopped"
    else:
        words = re.match(r"The kernel was lost in cell mean: (.*?), and did not stop", done.reason)
        assert done.tests == {"test-mean": "not run", "test-square": "not run"}
    assert words, f"{done.status}: {done.reason}"
    assert (done.status, words.group(1)) in ends


def test_the_hint_is_the_tests_own_and_nothing_a_hand_in_says(tmp_path):
    done = run(
        {"mean": "def mean(values):\n    raise AssertionError('SECRET')", **{"square": WRONG["square"]}},
        tmp_path,
    )
    marks = {c.id: c.metadata.grading for c in done.notebook.cells if "grading" in c.metadata}
    assert marks["test-mean"] == {"verdict": "failed", "hint": ""}
    assert marks["test-square"] == {"verdict": "failed", "hint": "did you double it?"}


def test_variants_of_a_test_behave_as_they_should_for_right_and_wrong_answers():
    rng = random.Random(1)
    for source, name in ((toy_course.TEST_MEAN, "mean"), (toy_course.TEST_SQUARE, "square")):
        answers = toy_course.MEAN if name == "mean" else toy_course.SQUARE
        disguise = mustfail.Disguise(source, rng)
        for _ in range(50):
            names = {}
            exec(answers, names)
            real = disguise.real()
            exec(real.source, names)
            assert eval(real.expression, names) == real.value
            for options in ({}, {"turn_a_check": True}, {"at_the_top": True}):
                with pytest.raises(AssertionError):
                    exec(disguise.must_fail(**options).source, names)
            exec(WRONG[name], names)
            with pytest.raises(AssertionError):
                exec(disguise.real().source, names)


def test_answers_do_not_see_the_variables_of_a_test_unless_another_cell_needs_them():
    master = arrays()
    test = master.cells[-1]
    scope = probe.scope(test, master, "witness")
    assert scope.shared == set()
    assert scope.pinned == {"np", "type"}
    assert scope.answers == {"twice"}
    master.cells[1].source += "\ndef later():\n    return right"
    assert probe.scope(test, master, "witness").shared == {"right"}
    for source in ("n = n + 1", "def f():\n    return n\nn = 1", "import n", "for n in range(n): pass"):
        cell = nbformat.v4.new_code_cell(source)
        assert "n" in probe.scope(cell, arrays(), "witness").shared, source
    for source in ("for n in range(3):\n    n = n + 1", "with f() as n:\n    print(n)", "if 1:\n    n = 2"):
        cell = nbformat.v4.new_code_cell(source)
        assert "n" not in probe.scope(cell, arrays(), "witness").shared, source
    for source in ("%time 1", "n = 1\nlocals()", "from math import *", "await f()"):
        assert probe.scope(nbformat.v4.new_code_cell(source), arrays(), "witness") is None


def test_a_compared_value_can_be_turned_and_the_first_comment_stays():
    source = "# Part 1: 2 points\nchecks.compare('x', 3, 3)\n"
    disguise = mustfail.Disguise(source, random.Random(2))
    seen = []

    class Checks:
        @staticmethod
        def compare(name, yours, expected):
            seen.append(yours)
            assert yours == expected

    exec(disguise.real().source, {"checks": Checks})
    with pytest.raises(AssertionError):
        exec(disguise.must_fail(turn_a_check=True).source, {"checks": Checks})
    assert seen == [3, None]
    assert disguise.real().source.startswith("# Part 1: 2 points\n")
    assert "3" in disguise.must_fail(turn_a_check=True).source
