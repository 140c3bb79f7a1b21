"""Judging outside, without a kernel: plain data, the parting of a test, the judge, and checks in place."""

import contextlib
import io
import json
import pickle
import random
import warnings
from collections.abc import Callable

from helpers import checks, plain

import IPython.display
import keras
import nbformat
import numpy as np
import pytest
import tensorflow as tf

from grading.judging import judge, observer, split
from tests import toy_course

# --- plain data -------------------------------------------------------------------------------------------


def anything(rng: random.Random, depth: int = 0) -> object:
    """Return plain data of any shape and kind."""
    leaf = [
        lambda: rng.choice([None, True, False, 0, -1, 2**63 - 1, 1 - 2**63, 1e308, -0.0, float("inf")]),
        lambda: rng.randrange(-(2**62), 2**62),
        lambda: "".join(rng.choices("ab\"\\'{}é中\U0001f600\ud83d\x00\n", k=rng.randrange(9))),
        lambda: np.array(rng.choices(range(128), k=12), rng.choice("?bBhHiIqQefd")).reshape(3, 2, 2),
        lambda: np.zeros(rng.choice([(), (0,), (2, 0, 3), (1,)]), rng.choice("?Bqfd")),
        lambda: np.arange(12.0).reshape(3, 4)[::-1, ::2].T,
        lambda: np.array([1, 2, 3], ">i4"),
        lambda: rng.choice([np.float32(1.5), np.int64(-3), np.bool_(True), np.float16(2)]),
    ]
    if depth > 4 or rng.random() < 0.5:
        return rng.choice(leaf)()
    parts = [anything(rng, depth + 1) for _ in range(rng.randrange(4))]
    keys = [1, "a", (1, "b"), None, 2.5]
    return rng.choice([list, tuple, lambda p: dict(zip(keys, p, strict=False))])(parts)


def same(one: object, other: object, seen: bool) -> bool:
    """Return whether what was unpacked is what was packed: types, kinds, values, shapes."""
    if isinstance(one, (list, tuple)):
        return (
            type(one) is type(other)
            and len(one) == len(other)
            and all(same(*pair, seen) for pair in zip(one, other, strict=True))
        )
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key], seen) for key in one)
    if isinstance(one, (np.ndarray, np.generic)):
        if seen:
            number = isinstance(one, np.generic)
            right = type(other) is plain.Seen and other.kind == ("number" if number else "array")
        else:
            right = type(other) is type(one)
        dtype = one.dtype.newbyteorder("=")
        return right and other.dtype == dtype and other.shape == one.shape and np.array_equal(one, other)
    return type(one) is type(other) and one == other


@pytest.mark.parametrize("seen", [True, False])
def test_plain_data_comes_back_as_it_was(seen):
    rng = random.Random(1)
    for _ in range(400):
        value = anything(rng)
        assert same(value, plain.unpack(plain.pack(value), seen), seen), value
    not_a_number = plain.unpack(plain.pack([float("nan"), np.array([np.nan])]))
    assert np.isnan(not_a_number[0])
    assert np.isnan(not_a_number[1]).all()


def test_what_comes_back_can_be_changed_and_is_nobody_elses():
    given = plain.pack([np.zeros(3)])
    plain.unpack(given, seen=False)[0][:] = 1
    assert not plain.unpack(given, seen=False)[0].any()


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (np.zeros(2), "array"),
        (np.float32(1), "number"),
        (tf.constant([1.0, 2.0]), "tensor"),
        (tf.Variable([1.0, 2.0]), "variable"),
        (keras.Variable([1.0, 2.0]), "variable"),
    ],
)
def test_the_kind_of_an_array_is_kept(value, kind):
    found = plain.unpack(plain.pack(value))
    assert (type(found), found.kind) == (plain.Seen, kind)
    assert np.array_equal(found, np.asarray(value))
    assert (found + 1).kind == kind  # and goes along with what is computed from it


class Like(float):
    pass


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (b"x", "bytes"), ({1}, "set"), (object(), "object"), (print, "builtin_function_or_method"),
        (Like(1), "Like"), (1j, "complex"), (2**63, "int"), (np.array(["a"]), "array of <U1"),
        (np.array([None]), "array of object"), (np.ones(1, complex), "array of complex128"),
        (tf.ragged.constant([[1], [2, 3]]), "RaggedTensor"), (tf.constant("a"), "tensor of object"),
        (np.ma.ones(2), "MaskedArray"), (tf.cast([1.0], "bfloat16"), "tensor of bfloat16"),
    ],
)  # fmt: skip
def test_of_anything_else_only_its_types_name_is_kept(value, name):
    found = plain.unpack(plain.pack([value]))[0]
    assert (type(found), found.name) == (plain.Other, name)


def nested(depth: int) -> list:
    made: list = []
    for _ in range(depth):
        made = [made]
    return made


def test_depth_and_size_have_limits(monkeypatch):
    assert plain.unpack(plain.pack(nested(plain.DEEPEST))) == nested(plain.DEEPEST)
    tuples = ()
    for _ in range(plain.DEEPEST):
        tuples = (tuples,)
    assert plain.unpack(plain.pack(tuples)) == tuples  # which take more words
    endless: list = []
    endless.append(endless)
    for value in (nested(plain.DEEPEST + 1), endless):
        with pytest.raises(plain.NotPlain, match="more than 20 deep"):
            plain.pack(value)
    monkeypatch.setattr(plain, "MOST", 100)
    assert plain.unpack(plain.pack([0] * 99)) == [0] * 99
    for many in ([0] * 101, [[]] * 60, {n: n for n in range(60)}):
        with pytest.raises(plain.NotPlain, match="more than 100 values"):
            plain.pack(many)
    with pytest.raises(plain.NotPlain, match="more than 100 values"):
        plain.unpack(b"[" + b"[]," * 60 + b"[]]")
    monkeypatch.setattr(plain, "LARGEST", 10_000)
    assert plain.unpack(plain.pack(np.zeros(900))).shape == (900,)
    with pytest.raises(plain.NotPlain, match="MB"):
        plain.pack(np.zeros(1000))
    with pytest.raises(plain.NotPlain, match="MB"):
        plain.unpack(b" " * 10_001)


class Evil:
    def __reduce__(self) -> tuple:
        return exec, ("import builtins; builtins.evil_was_run = True",)


def array(dtype: object = "<f8", shape: object = (1,), text: object = "AAAAAAAAAAA=", kind: object = "array"):
    """Return how an array is packed, or would be."""
    return {"array": [dtype, shape, text], "kind": kind}


PICKLE = plain.base64.b64encode(pickle.dumps(Evil())).decode()
NO_DATA = {
    "nothing": b"",
    "no text": b"\xff\xfe",
    "half": b'[1, {"tuple": [2',
    "a pickle": pickle.dumps(Evil()),
    "an npz": b"PK\x03\x04" + bytes(99),
    "deep": b"[" * 100_000,
    "deep and closed": b"[" * 60 + b"]" * 60,
    "deep dictionaries": b'{"tuple":[' * 60 + b"]}" * 60,
    "a long number": b"9" * 5000,
    "an unknown dictionary": b'{"lambda": "x"}',
    "an odd dictionary": b'{"dict": [[1]]}',
    "a dictionary of text": b'{"dict": "ab"}',
    "a list for a key": b'{"dict": [[[], 1]]}',
    "an array for a key": json.dumps({"dict": [[array(), 1]]}).encode(),
    "a name that is none": b'{"other": 3}',
    "a tuple that is none": b'{"tuple": 3}',
    "objects": json.dumps(array("|O", [1], PICKLE)).encode(),
    "void": json.dumps(array("|V8")).encode(),
    "records": json.dumps(array("f8,f8", [1])).encode(),
    "half a record": json.dumps(array("f8, (1, 2 f8")).encode(),
    "many records": json.dumps(array("f8," * 10**5)).encode(),
    "text": json.dumps(array("<U2")).encode(),
    "dates": json.dumps(array("<M8[s]")).encode(),
    "no dtype": json.dumps(array(["<f8"])).encode(),
    "a giant shape": json.dumps(array("<f8", [10**12])).encode(),
    "an endless shape": json.dumps(array("<f8", [10**400])).encode(),
    "a giant shape of nothing": json.dumps(array("<f8", [2**62, 2**62, 0], "")).encode(),
    "a shape that is none": json.dumps(array("<f8", {"a": 1})).encode(),
    "too little": json.dumps(array("<f8", [2])).encode(),
    "no base64": json.dumps(array(text="*")).encode(),
    "no base64 in text": json.dumps(array(text="é")).encode(),
    "a number for text": json.dumps(array(text=3)).encode(),
}


@pytest.mark.parametrize("name", NO_DATA)
def test_bytes_that_are_no_data_are_refused_in_words(name):
    for seen in (True, False):
        with pytest.raises(plain.NotPlain):
            plain.unpack(NO_DATA[name], seen)
    assert not hasattr(__builtins__, "evil_was_run")


def test_bytes_that_are_nearly_data_give_data_or_are_refused():
    rng = random.Random(2)
    packed = [plain.pack([anything(rng) for _ in range(4)]) for _ in range(40)]
    refused = 0
    for _ in range(3000):
        broken = bytearray(rng.choice(packed))
        for _ in range(rng.randrange(1, 4)):
            place = rng.randrange(len(broken))
            broken[place : place + rng.randrange(3)] = bytes(rng.choices(b'[]{}",:0-9eu\\taN<|\xff', k=2))
        try:
            plain.unpack(bytes(broken))
        except plain.NotPlain:
            refused += 1
    assert 1000 < refused < 3000


def test_a_forged_kind_is_one_of_four():
    for kind in ("secret", ["tensor"], None, {"a": 1}):
        assert plain.unpack(json.dumps(array(kind=kind)).encode()).kind == "array"


# --- what goes inside, and what stays outside -------------------------------------------------------------

CELL = """def draw(rng):
    return SIZE


def observe(given):
    return answer(helper(given))


def judge(given, seen):
    assert seen == right(given), "HINT"


checks.run(draw, observe, judge)"""


def course(*cells: tuple[str, str] | str, test: str = CELL) -> str:
    """Return a master as JSON: given cells, answers ``(name, source)``, and one test at the end."""
    made = [
        toy_course.cell("code", one[1], one[0], "answer")
        if isinstance(one, tuple)
        else nbformat.v4.new_code_cell(one)
        for one in cells
    ]
    made.append(toy_course.cell("code", test, "test", "test", 1))
    return nbformat.writes(nbformat.v4.new_notebook(cells=made))


ANSWER = ("answer", "def answer(x):\n    return x + offset")
GIVEN = """import math
import numpy as np
SIZE = 3
scale: int = 2
unused = open('/nowhere')


def deeper(x):
    return scale * x


def helper(x):
    return deeper(np.float64(x))


def right(x):
    return EXPECTED + x


EXPECTED = 7"""


def test_only_what_observe_reaches_goes_inside():
    (test,) = split.tests(course(GIVEN, ANSWER)).values()
    for part in ("def observe", "def helper", "def deeper", "scale: int = 2", "import numpy as np"):
        assert part in test.inside, part
    for part in ("def draw", "def judge", "HINT", "EXPECTED", "def right", "SIZE", "unused", "import math"):
        assert part not in test.inside, part
    for part in ("def draw", "def judge", "HINT", "EXPECTED = 7", "def right", "SIZE = 3"):
        assert part in test.outside, part
    for part in ("observe", "helper", "answer", "unused", "offset"):
        assert part not in test.outside, part
    assert test.theirs == ("answer",)
    assert test.runs == (("draw", "observe", "judge", 1),)


def test_the_toy_labs_tests_are_parted_and_no_secret_goes_inside():
    found = split.tests(nbformat.writes(toy_course.with_twice()))
    assert {name: test.theirs for name, test in found.items()} == {
        "test-mean": ("mean",), "test-square": ("square",), "test-twice": ("twice",)
    }  # fmt: skip
    first = next(filter(split.is_test, toy_course.with_twice().cells))
    assert split.title(first) == "Part 1, mean: 2 points"
    assert [run[3] for run in found["test-mean"].runs] == [1, 3]
    for test in found.values():
        for word in ("secret", "hidden", "judge", "draw", "assert", "right", "did you", "rng"):
            assert word not in test.inside, (test.name, word)


def test_a_name_means_what_the_last_cell_made_of_it():
    for cells, theirs, part in (
        ((GIVEN, ("helper", "def helper(x):\n    return 0"), ANSWER), ("answer", "helper"), None),
        ((GIVEN, ANSWER, "def answer(x):\n    return 1"), (), "return 1"),
        ((GIVEN, ANSWER, "def helper(x):\n    return answer(x)"), ("answer",), "return answer(x)"),
        ((GIVEN, ("scale", "scale = 9"), ANSWER), ("answer", "scale"), None),
    ):
        (test,) = split.tests(course(*cells)).values()
        assert test.theirs == theirs
        assert part is None or part in test.inside


def test_what_only_shares_a_name_with_an_answer_is_not_theirs():
    for body in (
        "answer = given\n    return answer",
        "return [answer for answer in given]",
        "return (lambda answer: answer)(given)",
        "return given.answer",
        "def inner(answer):\n        return answer\n    return inner(given)",
    ):
        cell = CELL.replace("return answer(helper(given))", body)
        (test,) = split.tests(course(GIVEN, ANSWER, test=cell)).values()
        assert test.theirs == (), body


@pytest.mark.parametrize(
    "cell",
    [
        CELL.replace("return SIZE", "return answer(1)"),
        CELL.replace("right(given)", "answer(given)"),
        CELL.replace("right(given)", "outer(given)") + "\n\n\ndef outer(x):\n    return [answer(x)]",
        CELL.replace("def judge(given, seen)", "def judge(given, seen, how=answer)"),
    ],
)
def test_a_judge_that_needs_a_students_name_is_an_error_that_names_it(cell):
    with pytest.raises(ValueError, match="test: what draws or judges needs the student's answer"):
        split.tests(course(GIVEN, ANSWER, test=cell))


@pytest.mark.parametrize(
    "cell",
    [
        "assert answer(1) == 1",
        "checks.compare('x', answer(1), 1)",
        CELL + "\nassert answer(1)",
        CELL + "\nprint(1)",
        CELL + "\nif True:\n    checks.run(draw, observe, judge)",
        "for _ in range(3):\n    pass\n" + CELL,
        CELL.replace("observe, judge)", "observe, lambda given, seen: None)"),
        CELL.replace("observe, judge)", "observe)"),
        CELL.replace("observe, judge)", "observe, judge, judge)"),
        CELL.replace("observe, judge)", "observe, judge, often=3)"),
        CELL.replace("observe, judge)", "observe, judge, times=SIZE)"),
        CELL.replace("checks.run(", "run("),
        "%time 1\n" + CELL,
        "",
    ],
)
def test_any_other_test_cell_stays_in_process(cell):
    assert split.tests(course(GIVEN, ANSWER, test=cell)) == {}


def test_a_magic_in_a_given_cell_hides_nothing_that_a_test_needs():
    (test,) = split.tests(course("%matplotlib inline\n!true\n" + GIVEN, ANSWER)).values()
    assert "def helper" in test.inside
    assert "matplotlib" not in test.inside + test.outside


# --- observed and judged, as two kernels would ------------------------------------------------------------


class Shell:
    """As much of IPython's shell as the observer uses."""

    def __init__(self, names: dict) -> None:
        self.user_ns, self.shown = names, []

    def showtraceback(self, shown: tuple) -> None:
        self.shown.append(shown)


def observed(test: split.Test, names: dict, inputs: list[str]) -> str:
    """Return what the observer sends."""
    sent = []
    task = {"source": test.inside, "file": f"<{test.name}>", "theirs": test.theirs, "token": "TOKEN"}
    functions = [observe for _, observe, _, times in test.runs for _ in range(times)]
    task["runs"] = list(zip(functions, inputs, strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(IPython.display, "publish_display_data", lambda data: sent.append(data))
        observer.observe_all(task, Shell(names))
    return sent[0][observer.MIME].removeprefix("TOKEN")


def outside(master: nbformat.NotebookNode, answers: str, seed: int = 1) -> dict[str, dict[str, str]]:
    """Return the verdict of each test when it is judged outside."""
    names: dict = {"__name__": "__main__"}
    for cell in master.cells:
        if cell.cell_type == "code" and not split.is_test(cell):
            exec(cell.source, names)
    exec(answers, names)
    tests = split.tests(nbformat.writes(master))
    one = judge.Judge(
        seed, {t.name: [t.outside, [[d, j, n] for d, _, j, n in t.runs]] for t in tests.values()}
    )
    return {name: one.judge(name, observed(test, names, one.draw(name))) for name, test in tests.items()}


def in_place(master: nbformat.NotebookNode, answers: str) -> dict[str, str]:
    """Return what each test says when it is run in place, with the course's own checks; "" if passed."""
    names: dict = {"__name__": "__main__"}
    said = {}
    for cell in master.cells:
        if cell.cell_type == "code" and not split.is_test(cell):
            exec(cell.source, names)
    exec(answers, names)
    names["checks"] = checks
    for number, cell in enumerate(filter(split.is_test, master.cells)):
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(cell.source, f"<cell {number}>", "exec"), names)
            said[cell.id] = ""
        except Exception as error:
            said[cell.id] = str(error) or type(error).__name__
    return said


RIGHT = "def mean(v):\n    return sum(v) / len(v)\ndef square(x):\n    return x * x\n"
TWICE = "def twice(values):\n    return values + values\n"
SIDE_EFFECTS = {
    "built-in names": "max = min = sum_ = len_ = 3; list = type = abs = isinstance = getattr = None",
    "the course's names": "checks_ = data = metrics = training = profile = images = 3",
    "names of the tests": "draw = observe = judge = given = seen = right = rng = 5",
    "warnings are errors": "import warnings; warnings.simplefilter('error')",
    "numpy's errors": "import numpy; numpy.seterr(all='raise')",
    "mixed precision": "import keras; keras.mixed_precision.set_global_policy('mixed_float16')",
    "float64": "import keras; keras.config.set_floatx('float64')",
    "channels first": "import keras; keras.config.set_image_data_format('channels_first')",
    "eager": "import tensorflow; tensorflow.config.run_functions_eagerly(True)",
}


@pytest.fixture
def settings():
    """Put back what a hand-in sets for the whole process."""
    with np.errstate(), warnings.catch_warnings():
        yield
    keras.mixed_precision.set_global_policy("float32")
    keras.config.set_floatx("float32")
    keras.config.set_image_data_format("channels_last")
    tf.config.run_functions_eagerly(False)


STATE = """# Part 1: 1 point
def draw(rng):
    return np.ones(3, "float32")


def observe(given):
    import warnings

    warnings.warn("a warning")
    eager = []
    tf.function(lambda: eager.append(tf.executing_eagerly()))()
    layer = keras.layers.Conv2D(2, 3)
    below = given / (given - 1)
    made = max(layer(np.ones((1, 5, 6, 1), "float32")).shape), str(keras.Variable([1.0]).dtype), eager[0]
    return [*made, identity(given)]


def judge(given, seen):
    assert seen[:3] == [4, "float32", False], f"not as in a new kernel: {seen}"
    checks.compare("identity", seen[3], given)
    assert abs(max(seen[3])) == 1


checks.run(draw, observe, judge)"""


@pytest.mark.parametrize("name", SIDE_EFFECTS)
def test_what_a_hand_in_sets_or_names_changes_no_verdict_and_is_put_back(name, settings):
    given = "import numpy as np\nimport keras\nimport tensorflow as tf\nfrom helpers import checks"
    answer = ("identity", "def identity(x):\n    return 0")
    master = nbformat.reads(course(given, answer, test=STATE), as_version=4)
    answers = "identity = lambda x: x\n" + SIDE_EFFECTS[name]
    exec(SIDE_EFFECTS[name], {})
    found = keras.config.dtype_policy().name, keras.config.floatx(), tf.config.functions_run_eagerly()
    assert outside(master, answers)["test"] == {"verdict": "passed", "hint": "", "kind": ""}
    assert in_place(master, answers) == {"test": ""}
    assert found == (
        keras.config.dtype_policy().name, keras.config.floatx(), tf.config.functions_run_eagerly()
    )  # fmt: skip


ANSWERS = {
    "right": RIGHT + TWICE,
    "wrong": "mean = sum\ndef square(x):\n    return 2 * x\ndef twice(v):\n    return 3 * v",
    "nothing": "def mean(v):\n    pass\nsquare = twice = mean",
    "half": RIGHT.replace("x * x", "x * abs(x)") + "def twice(v):\n    return [2.0, 4.0]",
    "raises": RIGHT + "def twice(v):\n    raise RuntimeError('oh')",
    "asserts": RIGHT + "def twice(v):\n    assert False, 'mine'",
    "changes what it is given": RIGHT + "def twice(v):\n    v *= 2\n    return v",
    "warns": RIGHT + "import warnings\ndef twice(v):\n    warnings.warn('slow')\n    return 2 * v",
    "prints": RIGHT + "def twice(v):\n    print('x', v)\n    return 2 * v",
    "no name": RIGHT + "del twice",
    "prints to the error stream": RIGHT + "import sys\ndef twice(v):\n    print('oh', file=sys.stderr)\n"
    "    return 2 * v",
    "a library writes": RIGHT + "import os\ndef twice(v):\n    os.write(2, b'oh\\n')\n    return 2 * v",
    "too deep": RIGHT + "def twice(v):\n    r = []\n    r.append(r)\n    return r",
    "an object": RIGHT + "class Odd:\n    pass\ndef twice(v):\n    return Odd()",
    "not a number": RIGHT + "def twice(v):\n    return v * float('nan')",
}
FAILED = {
    "wrong": {"test-mean", "test-square", "test-twice"},
    "nothing": {"test-mean", "test-square", "test-twice"},
    "half": {"test-square", "test-twice"},
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_test_says_the_same_in_place_as_outside(name):
    master = toy_course.with_twice()
    out, here = outside(master, ANSWERS[name]), in_place(master, ANSWERS[name])
    passes = {"right", "warns", "prints", "changes what it is given", "a library writes"}
    failed = set() if name in passes else FAILED.get(name, {"test-twice"})
    assert {test for test, verdict in out.items() if verdict["verdict"] == "failed"} == failed
    assert {test for test, said in here.items() if said} == failed
    for test in failed:
        said = here[test][:900]
        if said not in out[test]["hint"]:  # the place of a difference is seen from random inputs
            assert said.split("\n")[:3] == out[test]["hint"].split("\n")[:3]
    assert {verdict["kind"] for verdict in out.values()} == {""}


def test_the_error_stream_costs_the_points_and_the_hint_says_so():
    master = toy_course.with_twice()
    for said in (
        outside(master, ANSWERS["prints to the error stream"])["test-twice"]["hint"],
        in_place(master, ANSWERS["prints to the error stream"])["test-twice"],
    ):
        assert "wrote to the error stream, which costs this test's points" in said
        assert said.endswith("It wrote: oh")


def test_an_error_that_cannot_say_what_it_is_is_a_failed_test_all_the_same():
    odd = "class Odd(Exception):\n    def __str__(self):\n        return 1 / 0\n"
    found = outside(toy_course.with_twice(), RIGHT + odd + "def twice(v):\n    raise Odd")
    assert found["test-twice"] == {
        "verdict": "failed", "hint": "Your code raised an error: it cannot say which", "kind": ""
    }  # fmt: skip
    for code, hint in (
        ("raise ValueError('oh')", "Your code raised ValueError: oh"),
        ("raise SystemExit(3)", "Your code raised SystemExit: 3"),
        ("raise KeyboardInterrupt", "Your code raised KeyboardInterrupt: "),
        ("return missing", "Your code raised NameError: name 'missing' is not defined"),
        ("r = [v]\n    r[0] = r\n    return r", "What your code returned cannot be judged: lists or dict"),
    ):
        found = outside(toy_course.with_twice(), RIGHT + f"def twice(v):\n    {code}")
        assert found["test-twice"]["verdict"] == "failed"
        assert found["test-twice"]["hint"].startswith(hint)
        assert found["test-twice"]["kind"] == ""


def test_much_in_all_is_the_students_mistake_in_words_and_no_suspicion(monkeypatch):
    monkeypatch.setattr(plain, "LARGEST", 100_000)
    answers = RIGHT.replace("return x * x", "return [0.5] * 12_000")
    found = outside(toy_course.with_twice(), answers)["test-square"]
    assert (found["verdict"], found["kind"]) == ("failed", "")
    assert found["hint"].startswith("What your code returned cannot be judged: 0 MB of data")


# --- the judge --------------------------------------------------------------------------------------------


def toys_judge(seed: int = 1) -> judge.Judge:
    tests = split.tests(nbformat.writes(toy_course.with_twice()))
    return judge.Judge(
        seed, {t.name: [t.outside, [[d, j, n] for d, _, j, n in t.runs]] for t in tests.values()}
    )


def reply(*seen: object, error: object = None, written: object = "") -> str:
    packed = [plain.pack(value).decode() for value in seen]
    return plain.pack({"seen": packed, "error": error, "written": written}).decode()


def test_a_seed_draws_the_same_inputs_again_and_another_seed_others():
    names = ["test-mean", "test-square", "test-twice"]
    once = {name: toys_judge(7).draw(name) for name in names}
    again = toys_judge(7)
    for name in reversed(names):  # in any order, any number of times
        again.draw(name)
        assert again.draw(name) == once[name]
    assert len(set(once["test-mean"])) == 4
    other = {name: toys_judge(8).draw(name) for name in names}
    assert [other[name] == once[name] for name in names] == [False, False, False]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ([4.0, 9.0], "Twice."),
        ([2.0, 5.0], "No known mistake alone"),
        ([2.0, np.nan], "Some of it is not finite"),
    ],
)
def test_a_difference_names_the_known_mistake_or_says_that_it_is_none(value, hint):
    with pytest.raises(AssertionError, match=rf"^x: not right, the largest difference is \S+\. {hint}"):
        checks.compare("x", np.array(value), [2.0, 4.5], {"Twice.": [4.0, 9.0], "Half.": [1.0, 2.25]})
    with pytest.raises(AssertionError, match=r"difference is \S+\. $"):
        checks.compare("x", np.array(value), [2.0, 4.5])


def test_right_values_pass_and_wrong_ones_fail_with_the_masters_hint():
    one = toys_judge()
    given = [plain.unpack(value.encode()) for value in one.draw("test-square")]
    right = [value**2 for value in given]
    assert one.judge("test-square", reply(*right)) == {"verdict": "passed", "hint": "", "kind": ""}
    for seen, hint in (
        ([right[0], right[1] + 1], "negative numbers have squares too"),
        ([6, right[1]], "did you double it?"),
        ([None, right[1]], "is a return missing?"),
        ([9.0, right[1]], "is a return missing?"),
        ([[right[0]], right[1]], "is a return missing?"),
        ([float("nan"), float("nan")], "is a return missing?"),
    ):
        assert one.judge("test-square", reply(*seen)) == {"verdict": "failed", "hint": hint, "kind": ""}
    found = one.judge("test-square", reply(*right, written="oh\nno"))
    assert found["verdict"] == "failed"
    assert found["hint"].endswith("It wrote: oh")


MALFORMED = {
    "no data": "no data",
    "nothing": "",
    "a list": plain.pack([1, 2]).decode(),
    "a number": "3",
    "an array": plain.pack(np.zeros(3)).decode(),
    "a name is missing": plain.pack({"seen": [], "error": None}).decode(),
    "too few": reply(9),
    "too many": reply(9, 81, 3),
    "seen is a number": plain.pack({"seen": 3, "error": None, "written": ""}).decode(),
    "seen is an array": plain.pack({"seen": np.zeros(2), "error": None, "written": ""}).decode(),
    "seen holds no text": plain.pack({"seen": [9, 81], "error": None, "written": ""}).decode(),
    "seen holds no data": plain.pack({"seen": ["9", "{"], "error": None, "written": ""}).decode(),
    "seen holds half characters": plain.pack(
        {"seen": ["9", "\ud83d"], "error": None, "written": ""}
    ).decode(),
    "seen is another's": plain.pack({"seen": object(), "error": None, "written": ""}).decode(),
    "an error of three": reply(error=[1, 2, 3]),
    "an error that is a list": reply(error=["ValueError", [1, 2]]),
    "an error that is an array": reply(error=["", np.zeros(3)]),
    "an error that is an object": reply(error=["", object()]),
    "an error that is true": reply(error=True),
    "written is a list": reply(9, 81, written=["x"]),
    "written is an object": reply(9, 81, written=object()),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_reply_that_the_observer_never_sends_is_malformed(name):
    found = toys_judge().judge("test-square", MALFORMED[name])
    assert found == {
        "verdict": "failed", "hint": "What came back from your code is no data.", "kind": "malformed"
    }  # fmt: skip


@pytest.mark.parametrize("text", ["passed", "", "\ud83d", "x" * 5000, "'))\n_judge = None"])
def test_a_forged_error_is_a_failed_test_with_its_own_text(text):
    found = toys_judge().judge("test-square", reply(error=["passed", text]))
    assert (found["verdict"], found["kind"]) == ("failed", "")
    assert found["hint"] == f"Your code raised passed: {text}"[:1000]
    json.dumps(found)


def test_a_judge_that_fails_on_what_was_seen_is_a_failed_test_with_a_reason():
    for seen in (3, "x", [np.zeros(2)], np.zeros((2, 2, 2)), {"a": 1}, None, float("nan")):
        for fail in ("seen['a']['b']", "1 / 0", "[][len(seen)]", "int('x')", "raise MemoryError"):
            cell = CELL.replace('assert seen == right(given), "HINT"', fail)
            (test,) = split.tests(course(GIVEN, ANSWER, test=cell)).values()
            one = judge.Judge(1, {"test": [test.outside, [["draw", "judge", 1]]]})
            found = one.judge("test", reply(seen))
            assert (found["verdict"], found["kind"]) == ("failed", "error")
            assert found["hint"].startswith("What your code returned could not be judged (")


# --- networks ---------------------------------------------------------------------------------------------


class Mine(keras.layers.Layer):
    def __init__(self, **more):
        super().__init__(**more)
        self.table = tf.constant([1.0, 2.0])  # neither a weight nor Keras's

    @tf.function
    def call(self, x):
        return self.table[1] * x


class MyModel(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense, self.norm = keras.layers.Dense(8), keras.layers.BatchNormalization()
        self.noise, self.last = keras.layers.GaussianNoise(0.5), keras.layers.Dense(2)

    def call(self, x, training=False):
        return self.last(
            tf.nn.relu(self.norm(self.noise(self.dense(x), training=training), training=training))
        )


def in_a_row(*layers: keras.layers.Layer) -> keras.Model:
    return keras.Sequential([keras.Input((6,)), *layers])


def with_operations() -> keras.Model:
    x = keras.Input((6,))
    joined = keras.layers.Concatenate()([x, keras.layers.Dense(3, kernel_initializer="he_normal")(x)])
    return keras.Model(x, keras.ops.tanh(joined) * 2.0 + 1.0)


def compiled() -> keras.Model:
    network = in_a_row(keras.layers.Dense(1))
    network.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
    return network


def one_in_another() -> keras.Model:
    inner = in_a_row(keras.layers.Dense(5, keras.layers.LeakyReLU(0.2)), keras.layers.Dropout(0.5))
    return in_a_row(inner, keras.layers.Dense(1, tf.nn.leaky_relu))


def pictures() -> keras.Model:
    layers = keras.layers
    grow = [layers.Conv2DTranspose(2, 4, 2, "same", kernel_regularizer="l2"), layers.UpSampling2D()]
    end = [layers.SpectralNormalization(layers.Conv2D(1, 3, activation="tanh")), layers.AveragePooling2D(2)]
    return in_a_row(layers.Dense(16, use_bias=False), layers.Reshape((4, 4, 1)), *grow, *end)


NETWORKS = {
    "in a row": lambda: in_a_row(keras.layers.Dense(4, "relu"), keras.layers.BatchNormalization()),
    "with operations": with_operations,
    "compiled": compiled,
    "nested": one_in_another,
    "pictures": pictures,
    "a loop": lambda: in_a_row(keras.layers.Reshape((3, 2)), keras.layers.GRU(4)),
    "a lambda": lambda: in_a_row(keras.layers.Lambda(lambda x: 2 * x), keras.layers.Dense(2)),
    "a layer of one's own": lambda: in_a_row(Mine(), keras.layers.Dense(2, lambda x: x + 1)),
    "a model of one's own": MyModel,
    "not built": lambda: keras.Sequential([keras.layers.Dense(3), keras.layers.BatchNormalization()]),
}


def through(value: object, inputs: object) -> object:
    """Return what the judge sees of a value."""
    return plain.unpack(plain.pack(checks.describe(value, inputs)))


def some(count: int) -> np.ndarray:
    return np.random.default_rng(count).normal(size=(count, 6)).astype("float32")


def near(one: object, other: object) -> bool:
    return np.allclose(one, other, rtol=1e-4, atol=1e-5)  # alone or in a graph, sums are rounded differently


def slopes(network: keras.Model) -> list[np.ndarray]:
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(network(some(5), training=False) ** 2)
    return [
        np.asarray(tf.convert_to_tensor(one)) for one in tape.gradient(total, network.trainable_variables)
    ]


@pytest.mark.parametrize("name", NETWORKS)
def test_the_copy_of_a_network_computes_what_it_computes(name):
    network = NETWORKS[name]()
    copy = checks.rebuild("your network", through(network, some(4)))
    assert near(network(some(5), training=False), copy(some(5), training=False))
    for _ in range(3):  # chance goes on as there, and averages move as there
        assert near(network(some(7), training=True), copy(some(7), training=True))
    assert near(network(some(3), training=False), copy(some(3), training=False))
    for mine, other in zip(slopes(network), slopes(copy), strict=True):
        assert near(mine, other)
    for one in (network, copy):
        for number, weight in enumerate(one.trainable_weights):
            weight.assign(np.random.default_rng(number).normal(size=weight.shape))
    assert near(network(some(2), training=False), copy(some(2), training=False))


def test_a_network_of_two_inputs_is_copied_and_what_does_not_fit_is_said():
    first, label = keras.Input((6,)), keras.Input((), dtype="int32")
    joined = keras.layers.Concatenate()([first, keras.layers.Embedding(3, 4)(label)])
    network = keras.Model([first, label], keras.layers.Dense(1)(joined))
    inputs = [some(4), np.array([0, 1, 2, 1], "int32")]
    copy = checks.rebuild("your network", through(network, inputs))
    assert near(network(inputs), copy(inputs))
    with pytest.raises(AssertionError, match=r"^\(4, 5\) does not go through the network: "):
        copy([inputs[0][:, :5], inputs[1]])


def calling(call: Callable) -> keras.Model:
    """Return a network whose code is ``call(network, x, training)``."""

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.last = keras.layers.Dense(1)
            self.scales = [tf.Variable(2.0)]

        def call(self, x, training=False):
            return call(self, x, training)

    return Network()


def compiled_call() -> keras.Model:
    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.last = keras.layers.Dense(1)

        @tf.function
        def call(self, x, training=False):
            return self.last(x)

    return Network()


def with_numpy(network, x, training):
    return network.last(x + np.random.normal(size=6).astype("float32") if training else x)  # noqa: NPY002


GENERATOR = tf.random.Generator.from_seed(1)
NO_GRAPH = {
    "two tensors": (lambda: calling(lambda n, x, t: (n.last(x), x)), "one tensor, not tuple"),
    "a size that is fixed": (
        lambda: calling(lambda n, x, t: n.last(tf.reshape(x, (x.shape[0], -1)))),
        r"cannot take any number of inputs \(use -1 or tf.shape\(x\)\[0\]",
    ),
    "a choice by Python": (
        lambda: calling(lambda n, x, t: n.last(x) if tf.reduce_mean(x) > 0 else n.last(-x)),
        "cannot take any number of inputs.* It raises .*symbolic",
    ),
    "weights that are not Keras's": (
        lambda: calling(lambda n, x, t: n.scales[0] * n.last(x)),
        "weights or random numbers that Keras does not know",
    ),
    "a generator of its own": (
        lambda: calling(lambda n, x, t: n.last(x + GENERATOR.normal((6,)))),
        "weights or random numbers that Keras does not know",
    ),
    "chance by NumPy": (lambda: calling(with_numpy), "draws random numbers by NumPy or Python"),
    "a call that keeps its weights": (compiled_call, "does not follow its weights"),
    "a left-over print": (
        lambda: calling(lambda n, x, t: [tf.print("x"), n.last(x)][1]),
        "it has the operation '(StringFormat|PrintV2)' in it",
    ),
}


@pytest.mark.parametrize("name", NO_GRAPH)
def test_a_network_that_cannot_be_data_says_why(name):
    build, words = NO_GRAPH[name]
    with pytest.raises((TypeError, ValueError), match=words):
        checks.describe(build(), some(2))


def test_what_is_tried_on_the_way_changes_nothing_of_a_network():
    network = NETWORKS["a model of one's own"]()
    network(some(2))
    before = network.get_weights()
    checks.describe(network, some(2))
    for one, other in zip(before, network.get_weights(), strict=True):
        assert np.array_equal(one, other)


def test_noise_is_new_in_each_call_of_the_copy():
    noisy = calling(lambda n, x, t: n.last(x + keras.random.normal(keras.ops.shape(x))) if t else n.last(x))
    copy = checks.rebuild("your network", through(noisy, some(4)))
    first, second = (copy(some(4), training=True) for _ in range(2))
    assert np.abs(first - second).max() > 0.01
    assert np.array_equal(copy(some(4)), copy(some(4)))


@pytest.mark.parametrize("value", [None, 3, [1], "Sequential", object(), np.zeros(2)])
def test_what_is_no_network_is_said(value):
    with pytest.raises(AssertionError, match="your network should be a Keras model, not"):
        checks.rebuild("your network", through(value, some(2)))


def forged(body: Callable) -> dict:
    """Return the description of a network whose graph holds what ``body(x)`` makes."""
    graph = tf.Graph()
    with graph.as_default():
        x = tf.compat.v1.placeholder("float32", (None, 6))
        y = body(x)
    text = np.frombuffer(graph.as_graph_def().SerializeToString(), "uint8")
    mode = {"graph": text, "inputs": [x.name], "constants": [], "outputs": [y.name]}
    return {"model": "x", "weights": [], "trainable": 0, "modes": [mode, mode]}


def kept(x: tf.Tensor) -> tf.Tensor:
    return tf.raw_ops.VarHandleOp(dtype="float32", shape=[], shared_name="weights of another")


def in_a_function(x: tf.Tensor) -> tf.Tensor:
    inner = tf.function(lambda: tf.io.read_file("/etc/hostname"), autograph=False)
    return tf.raw_ops.PartitionedCall(args=[], Tout=["string"], f=inner.get_concrete_function())[0]


HOSTILE = {
    "reads a file": lambda x: tf.io.read_file("/etc/hostname"),
    "reads a file into an array": lambda x: tf.raw_ops.ImmutableConst(
        dtype="uint8", shape=[4], memory_region_name="/etc/hostname"
    ),
    "reads a file in a function": in_a_function,
    "lists files": lambda x: tf.io.matching_files("/*"),
    "writes a file": lambda x: tf.raw_ops.Save(filename="written", tensor_names=["x"], data=[x]) and x,
    "writes a file in order": lambda x: tf.raw_ops.WriteFile(filename="written", contents="x") and x,
    "runs Python": lambda x: tf.numpy_function(lambda y: y, [x], "float32"),
    "prints": lambda x: tf.raw_ops.PrintV2(input="hello") and x,
    "weights of another": kept,
    "memory that was not written": lambda x: tf.raw_ops.Empty(shape=[100], dtype="float32"),
    "changes its input": lambda x: tf.raw_ops.InplaceUpdate(x=x, i=[0], v=x),
    "trusts its inputs": lambda x: tf.raw_ops.FractionalMaxPoolGrad(
        orig_input=tf.fill((1, 4, 1, 1), 1.0),
        orig_output=[[[[1.0]]]],
        out_backprop=[[[[1.0]]]],
        row_pooling_sequence=[-16, 1],
        col_pooling_sequence=[0, 1],
    ),
    "opens a data set": lambda x: tf.raw_ops.TextLineDataset(
        filenames=["/etc/hostname"], compression_type="", buffer_size=1
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_operation_that_does_more_than_compute_is_not_run(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError, match="your network cannot be tried on its own: it has the operation"):
        checks.rebuild("your network", through(forged(HOSTILE[name]), None))
    assert list(tmp_path.iterdir()) == []


def no_number(graph: tf.compat.v1.GraphDef) -> None:
    node = graph.node.add(name="odd", op="Const")
    node.attr["dtype"].type = tf.variant.as_datatype_enum
    node.attr["value"].tensor.dtype = tf.variant.as_datatype_enum
    node.attr["value"].tensor.variant_val.add(type_name="tensorflow::TensorList", metadata=b"\xff" * 9)


def calls_itself(graph: tf.compat.v1.GraphDef) -> None:
    function = graph.library.function.add()
    function.signature.name = "again"
    node = function.node_def.add(name="call", op="PartitionedCall")
    node.attr["f"].func.name = "again"


@pytest.mark.parametrize("change", [no_number, calls_itself])
def test_a_graph_that_would_end_the_judge_is_not_loaded(change):
    found = forged(lambda x: 2 * x)
    graph = tf.compat.v1.GraphDef.FromString(found["modes"][0]["graph"].tobytes())
    change(graph)
    mode = found["modes"][0] | {"graph": np.frombuffer(graph.SerializeToString(), "uint8")}
    with pytest.raises(AssertionError, match=r"your network cannot be tried on its own: .*(no number|cycle)"):
        checks.rebuild("your network", through(found | {"modes": [mode] * 2}, None))


@pytest.mark.parametrize(
    "body",
    [lambda x: tf.fill([3], "x"), lambda x: tf.cast(x, "complex64"), lambda x: tf.constant(True)],
)
def test_an_output_that_is_no_number_is_said(body):
    copy = checks.rebuild("your network", through(forged(body), None))
    with pytest.raises(AssertionError, match=r"(string|complex64|bool) comes out"):
        copy(some(3))


def test_a_forged_graph_that_only_computes_is_a_network():
    copy = checks.rebuild("your network", through(forged(lambda x: 2 * x), None))
    assert np.array_equal(copy(some(3)), 2 * some(3))


def test_functions_of_one_name_are_not_taken_for_each_other():
    def network(factor):
        body = tf.function(lambda x: factor * x, autograph=False)
        inner = body.get_concrete_function(tf.TensorSpec((None, 6)))

        def call(x):
            return tf.raw_ops.PartitionedCall(args=[x], Tout=["float32"], f=inner)[0]

        found = forged(call)
        graph = tf.compat.v1.GraphDef.FromString(found["modes"][0]["graph"].tobytes())
        name = graph.library.function[0].signature.name.encode()
        text = found["modes"][0]["graph"].tobytes().replace(name, b"x" * len(name))
        found["modes"][0]["graph"] = np.frombuffer(text, "uint8")
        return checks.rebuild("your network", through(found | {"modes": [found["modes"][0]] * 2}, None))

    two, three = network(2.0), network(3.0)
    assert np.array_equal(three(some(3)), 3 * some(3))
    assert np.array_equal(two(some(3)), 2 * some(3))


NO_MODES = {
    "nothing": None,
    "a number": 3,
    "empty": [],
    "no dictionary": [1, 2],
    "another key": [{"code": "x"}] * 2,
    "a graph of text": {"graph": "x"},
    "a graph of numbers": {"graph": np.arange(9.0)},
    "no graph": {"graph": np.array([1, 2, 3], "uint8")},
    "no inputs": {"inputs": []},
    "inputs that are not there": {"inputs": ["y:0"]},
    "inputs of numbers": {"inputs": [3]},
    "more constants": {"constants": [np.zeros(3)]},
    "constants of text": {"constants": ["x"], "inputs": ["Placeholder:0", "Placeholder:0"]},
    "no outputs": {"outputs": []},
    "outputs that are not there": {"outputs": ["y:0"]},
    "outputs of numbers": {"outputs": [3]},
    "more outputs": {"outputs": ["Placeholder:0", "Placeholder:0"]},
}


@pytest.mark.parametrize("name", NO_MODES)
def test_what_is_no_graph_is_no_network(name):
    change, found = NO_MODES[name], forged(lambda x: 2 * x)
    modes = [found["modes"][0] | change] * 2 if isinstance(change, dict) else change
    with pytest.raises(AssertionError, match=r"cannot be tried on its own|does not go through"):
        checks.rebuild("your network", plain.unpack(plain.pack(found | {"modes": modes})))(some(2))


@pytest.mark.parametrize("weights", [3, None, [1, 2], ["x"], [None], [[0.0] * 6]])
def test_weights_that_are_none_build_nothing(weights):
    found = forged(lambda x: 2 * x) | {"weights": weights, "trainable": 1}
    with pytest.raises(AssertionError, match="your network cannot be tried on its own"):
        checks.rebuild("your network", plain.unpack(plain.pack(found)))
