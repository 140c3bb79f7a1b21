"""grades.csv and the summary page, against values computed by hand."""

import csv
import io
import re

import pytest

from grading import cli, words
from grading.records import Ran, Reason, Result
from grading.results import report

NASTY = [
    "=HYPERLINK(1)",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    '"=1',
    "x;=1",
    "x; '+1",
    "<script>alert(1)</script>",
]


def result(student="ada", status="graded", score=3.0, tests=None, reasons=(), seed=255, **more) -> Result:
    score = score if status in ("graded", "review") else None
    tests = {"test-a": "passed", "test-b": "failed"} if tests is None else tests
    ran = Ran(status, list(reasons), tests, seed, in_process=more.pop("in_process", []))
    return Result(student, "lab01", status, score, 5.0, ran, **more)


def read(text: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_has_the_promised_columns_one_line_a_hand_in_and_no_score_without_a_grade():
    results = [
        result("z", late_seconds=5400),
        result("a", "crashed", reasons=[Reason("ended", "square")], late=True),
        result("m", "review", 0.0, late=False),
        result("b", "rejected", tests={}, notes=["No notebook."]),
    ]
    rows = read(report.grades_csv(results))
    assert list(rows[0]) == ["student", "lab", "status", "score", "max_score", "late", "seed", "reason"]
    ended = "The kernel was lost in cell square: the process ended by itself."
    assert [list(row.values()) for row in rows] == [
        ["a", "lab01", "crashed", "", "5", "late", "sff", ended],
        ["b", "lab01", "rejected", "", "5", "", "", "No notebook."],
        ["m", "lab01", "review", "0", "5", "", "sff", ""],
        ["z", "lab01", "graded", "3", "5", "1.5 h", "sff", ""],
    ]


def test_no_seed_of_the_table_is_taken_for_a_number():
    """A spreadsheet would make 1.2e+89 of 12e88, and round what has many digits."""
    for seed in (0, 12, 0x12E88, 2**64 - 1):
        (row,) = read(report.grades_csv([result(seed=seed)]))
        assert row["seed"].startswith("s")
        assert cli.parser().parse_args(["lab01", "--seed", row["seed"]]).seed == seed


def test_every_reason_has_words_that_name_its_cell():
    for kind in words.WORDS:
        said = report.reason(result(reasons=[Reason(kind, "the-cell", "42")], notes=["A note."]))
        assert said.endswith(" A note.")
        assert "{" not in said
        assert ("the-cell" in said) == ("{cell}" in words.WORDS[kind])
        assert ("42" in said) == ("{detail}" in words.WORDS[kind])


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_the_table_is_a_formula_or_breaks_the_line(text):
    reasons = [Reason("worker", text, text), Reason("slow", text)]
    table = report.grades_csv([result(text, reasons=reasons, notes=[text]), result("b", notes=[text])])
    (row, other) = sorted(read(table), key=lambda row: row["student"] == "b")
    assert other["reason"]
    for cell in [*row.values(), *other.values()]:
        assert cell.startswith("'") or not cell.lstrip("\"' ").startswith(tuple("=+-@＝＋－＠")), cell
        assert not re.search(r"[\r\n\t]", cell)
        assert not re.search(r";\W*[=+@-]", cell.replace(";'", "").replace("; ''", "")), cell


def test_an_impossible_result_is_refused():
    with pytest.raises(ValueError, match="status is one of"):
        result(status="fine")
    with pytest.raises(ValueError, match="cannot have the score"):
        Result("a", "lab01", "crashed", 0.0, 5.0)


def test_pass_rates_count_only_what_was_run_and_put_the_hardest_first():
    results = [
        result("a", tests={"test-a": "passed", "test-b": "failed"}),
        result("b", tests={"test-a": "passed", "test-b": "passed"}),
        result("c", "rejected", tests={}),
        result("d", "crashed", tests={"test-a": "passed", "test-b": "not run"}),
    ]
    rows = report.pass_rates(results, {"test-b": "Part 2"})
    assert [(row["title"], row["passed"], row["of"]) for row in rows] == [("Part 2", 1, 2), ("test-a", 2, 2)]
    assert not any(row["inside"] for row in rows)
    rows = report.pass_rates([*results, result("e", in_process=["test-a"])], {})
    assert [(row["title"], row["inside"]) for row in rows] == [("test-b", False), ("test-a", True)]
    page = report.summary_page("lab01", [result("e", in_process=["test-a"])])
    assert page.count("run in process") == 1


def test_the_distribution_has_every_score_once_and_the_top_score_in_the_top_range():
    results = [result(str(k), score=k / 2) for k in range(11)]
    bins = report.distribution(results)
    assert [b["count"] for b in bins] == [1] * 9 + [2]
    assert bins[-1]["label"] == "90 to 100 %"


@pytest.mark.parametrize("text", NASTY)
def test_what_students_wrote_is_text_on_the_summary_page(text):
    reasons = [Reason("worker", text, text)]
    one = result(text, reasons=reasons, notes=[text], tests={text: "failed", "test-b": "failed"})
    page = report.summary_page("lab01", [one], [text], {"test-b": text})
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_the_summary_says_beside_each_failed_test_what_is_missing():
    one = result(
        tests={"test-a": "passed", "test-b": "failed", "test-c": "not run"}, notes=["Left empty: limits."]
    )
    one.ran.hints = {"test-b": "In the plan: no hypothesis & <b>more</b>. " + "word " * 100}
    page = report.summary_page("lab01", [one], [], {"test-b": "Part 2, the plan"})
    assert "<li>Part 2, the plan: In the plan: no hypothesis &amp; &lt;b&gt;more&lt;/b&gt;. word" in page
    assert page.count("word") < 60, "a hint on the summary is short; the feedback page has all of it"
    assert "<li>test-c (not run)</li>" in page
    assert "Left empty: limits." in page


def test_the_summary_counts_each_status_and_works_without_any_hand_in():
    page = report.summary_page("lab01", [result("a"), result("b", "rejected", notes=["no notebook"])])
    assert "1 graded" in page
    assert "1 rejected" in page
    assert "no notebook" in page
    assert "0 hand-ins" in report.summary_page("lab01", [])


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "out" / "grades.csv"
    report.write_whole(path, "old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        report.write_whole(path, "new")
    assert path.read_text() == "old"
