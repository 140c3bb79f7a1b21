"""The page of alike hand-ins: copies are found however they are dressed, and what everybody writes is not."""

import io
import keyword
import random
import re
import time
import tokenize
from html.parser import HTMLParser

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading.results.alike import FEWEST, RUN, alike, alike_page, answers, marked, own_runs, runs

CALLS = [
    "sum",
    "mean",
    "square",
    "zeros",
    "split",
    "join",
    "append",
    "sort",
    "apply",
    "reshape",
    "clip",
    "exp",
]
STUB = '''def task(values):
    """Return what is asked, of a list of numbers, whatever their order is."""
    raise NotImplementedError("not written yet: put your code in the place of this line")'''
EVERYBODY = '''def task(values):
    """Return what is asked, of a list of numbers, whatever their order is."""
    # {note}
    return [float(value) / 127.5 - 1.0 for value in values if value is not None and value >= 0]'''


def program(seed: object, lines: int = 8) -> str:
    """Return a function that nobody else writes."""
    draw = random.Random(str(seed))
    names = ["first", "second", "third", "result"]
    body = [
        f"    {draw.choice(names)} = {draw.choice(names)}.{draw.choice(CALLS)}({draw.choice(names)}"
        f" {draw.choice('+-*/')} {draw.randint(2, 999)}, size={draw.randint(2, 99)}) # {draw.random()}"
        for _ in range(lines)
    ]
    return "\n".join(["def task(first, second):", '    """Docstring."""', *body, "    return result"])


def honest(number: int, cells: int = 8) -> dict[str, str]:
    """Return the answers of somebody who worked alone, with the line that everybody writes."""
    own = {f"answer-{cell}": program((number, cell)) for cell in range(cells - 1)}
    return own | {"everybody": EVERYBODY.format(note=number)}


def dressed(cells: dict[str, str]) -> dict[str, str]:
    """Return a copy with other names, comments, docstrings, line breaks and order."""
    changed = []
    for code in cells.values():
        code = re.sub(r"#.*", "# mine, all mine", code)
        code = re.sub(
            r"\b(first|second|third|result|values?|task)\b", lambda name: f"my_{name[0][::-1]}", code
        )
        code = code.replace('"""Docstring."""', "'''Other words.\n\n    More of them.\n    '''")
        changed.append(re.sub(r", size=", ",\n        size = ", code))
    return dict(zip(cells, reversed(changed), strict=True))


def by_tokenize(code: str) -> set[tuple[str, ...]]:
    """Return the runs of signs by Python's own tokenizer."""
    signs, before = [], ""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.NAME:
            signs.append(token.string if before == "." or keyword.iskeyword(token.string) else "name")
        elif token.type == tokenize.STRING and not token.string.endswith(('"""', "'''")):
            signs.append("text")
        elif token.type == tokenize.NUMBER:
            signs.append(token.string)
        elif token.type == tokenize.OP and token.string != ",":
            signs += token.string
        before = token.string
    return {tuple(signs[i : i + RUN]) for i in range(len(signs) - RUN + 1)}


def counted(hand_ins: dict, runs_of_one: set) -> list[int]:
    """Return how many hand-ins have each of some runs, without the release's, by Python's own tokenizer."""
    found = [set().union(*map(by_tokenize, cells.values())) for cells in hand_ins.values()]
    return [sum(run in one for one in found) for run in runs_of_one - by_tokenize(STUB)]


def test_a_copy_in_other_dress_comes_first_with_its_counts():
    hand_ins = {f"s{n:02d}": honest(n) for n in range(30)}
    hand_ins["zoe"] = dressed(hand_ins["s07"])
    own = own_runs(hand_ins, [STUB])
    first, *others = alike(own)
    assert (first.left, first.right) == ("s07", "zoe")
    assert others == []  # chance does not make a pair
    counts = counted(hand_ins, set().union(*map(by_tokenize, hand_ins["zoe"].values())))
    assert first.left_own == first.right_own == first.shared == sum(count <= 6 for count in counts)
    assert first.only == counts.count(2)
    assert first.share == 1


def test_part_of_a_copy_has_its_share():
    hand_ins = {f"s{n:02d}": honest(n) for n in range(10)}
    taken = dressed({name: hand_ins["s03"][name] for name in ("answer-2", "answer-5")})
    hand_ins["zoe"] = honest(99) | taken
    (pair,) = alike(own_runs(hand_ins, [STUB]))
    assert (pair.left, pair.right) == ("s03", "zoe")
    both = by_tokenize(hand_ins["s03"]["answer-2"]) | by_tokenize(hand_ins["s03"]["answer-5"])
    assert pair.shared == sum(count <= 4 for count in counted(hand_ins, both))
    assert pair.share == pytest.approx(2 / 7, abs=0.02)


def test_what_the_release_the_course_or_everybody_has_makes_no_pair():
    twins = {f"s{n}": {"a": STUB, "b": EVERYBODY.format(note=n), "c": "x = 1"} for n in range(12)}
    assert alike(own_runs(twins, [STUB])) == []
    course = program("course", lines=20)
    both = {"ada": {"a": course}, "bob": {"a": dressed({"a": course})["a"]}}
    assert alike(own_runs(both, [STUB]))
    assert alike(own_runs(both, [STUB, f"before()\n{course}\nafter()"])) == []


def test_a_circle_of_four_in_a_small_class_is_found():
    hand_ins = {f"s{n:02d}": honest(n) for n in range(12)}
    hand_ins |= {f"z{n}": dressed(hand_ins["s00"]) for n in range(3)}
    found = alike(own_runs(hand_ins, [STUB]))
    assert {name for pair in found for name in (pair.left, pair.right)} == {"s00", "z0", "z1", "z2"}
    assert all(pair.only == 0 and pair.shared >= FEWEST for pair in found)


def test_what_is_marked_is_what_is_shared():
    stolen, mine = program("stolen"), program("mine")
    left, right = f"{mine}\n\n{stolen}\n", f"{dressed({'a': stolen})['a']}\n\n{program('yours')}\n"
    shared = {run for run, _, _ in runs(left)} & {run for run, _, _ in runs(right)}
    pieces = marked(left, shared)
    assert "".join(text for text, _ in pieces) == left
    inside = "".join(text for text, both in pieces if both)
    lines = [line.split("#")[0].strip() for line in stolen.splitlines()[2:]]
    assert all(line in inside for line in lines)
    assert "#" not in inside
    assert "Docstring" not in inside
    assert len(inside) < sum(map(len, stolen.splitlines())) + 80  # and hardly anything of the other function


class Parser(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags, self.attributes, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)


def test_the_page_says_what_it_is_and_code_does_nothing_on_it():
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)></pre>{{ 7 * 7 }}"
    code = program("nasty") + f"\n    print('{nasty}')"
    hand_ins = {f"<b>{who}</b>": {f"<i>{nasty}": code} for who in ("ada", "bob")}
    page = alike_page("lab01", hand_ins, [STUB])
    parser = Parser()
    parser.feed(page)
    assert not {"script", "img", "i", "link", "iframe"} & set(parser.tags)
    assert parser.tags.count("pre") == 2
    assert parser.tags.count("b") == 1
    assert {name for name, _ in parser.attributes} <= {
        "lang", "http-equiv", "content", "charset", "name", "colspan", "class", "href", "id", "open"
    }  # fmt: skip
    assert all(value.startswith("#") for name, value in parser.attributes if name == "href")
    assert "".join(parser.words).count(nasty) >= 2
    head, body = page.split("<body>")
    assert "default-src 'none'" in head.split("<style")[0]
    assert re.search(r"no verdict, and it changes no mark", body[:200])


def test_a_page_without_pairs_says_so():
    assert "No two hand-ins" in alike_page("lab01", {"ada": honest(1)}, [STUB])
    assert "No two hand-ins" in alike_page("lab01", {}, [])


@pytest.mark.parametrize(
    "code",
    ["x = 'abc", 'def f(:\n  """never closed', "))) ]", "'\\", "\x00\ud800 $ ?", "%matplotlib\n!ls", ""],
)
def test_code_that_is_no_python_is_read_all_the_same(code):
    whole = program("whole")
    found = {run for run, _, _ in runs(f"{whole}\n{code}")}
    assert {run for run, _, _ in runs(whole)} <= found
    assert "".join(text for text, _ in marked(code, found)) == code


def test_answers_are_the_code_cells_that_students_write():
    marks = {"grade_id": "a", "grade": False, "solution": True, "locked": False, "schema_version": 3}
    given = marks | {"grade_id": "b", "solution": False, "locked": True}
    notebook = new_notebook(
        cells=[
            new_code_cell("mine", metadata={"nbgrader": marks}),
            new_code_cell("given", metadata={"nbgrader": given}),
            new_code_cell("extra"),
            new_markdown_cell("words", metadata={"nbgrader": marks | {"grade_id": "c"}}),
        ]
    )
    assert answers(notebook) == {"a": "mine"}


def test_a_class_of_three_hundred_takes_seconds():
    hand_ins = {f"s{n:03d}": honest(n) for n in range(300)}
    hand_ins["zoe"] = dressed(hand_ins["s123"])
    started = time.process_time()
    page = alike_page("lab01", hand_ins, [STUB])
    assert time.process_time() - started < 20
    assert page.count("<details") == 1


@pytest.mark.parametrize("piece", ["'", "\\'", '"""', "'\\", "rb'", "#", "x.", "1.", "\n", "'''a", "_"])
def test_text_made_to_keep_the_page_busy_takes_no_time(piece):
    started = time.process_time()
    runs(piece * (1_000_000 // len(piece)))
    assert time.process_time() - started < 2
