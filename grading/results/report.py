"""What an instructor reads after a run: grades.csv and one summary page."""

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

STATUSES = ("graded", "review", "crashed", "rejected")
COLUMNS = ("student", "lab", "status", "score", "max_score", "reason")
PARTS = ("start", "import", "compute", "rest")
BINS = 10
# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# In many countries the semicolon parts the cells, also of a table that has commas for it.
PARTED = re.compile(r"(;[\s\"']*)(?=[=+\-@＝＋－＠])")


@dataclass
class Result:
    """What became of one hand-in.

    Attributes
    ----------
    student, lab
        Names of the folders.
    status
        One of `STATUSES`. ``review`` means suspicion of tampering and nothing else.
    score, max_score
        Automatic points; ``score`` is None unless the status is graded or review.
    reason
        A sentence for people; empty for a hand-in that was graded without remark.
    tests
        ``{name of the test cell: "passed", "failed" or "not run"}``.
    titles
        ``{name of the test cell: its first comment line}``.
    seconds
        Wall-clock seconds by part: ``{"start": , "import": , "compute": , "rest": }``.
    threads
        The most threads seen at a time in its sandbox; 0 if that is not known.
    late_seconds
        How late, by nbgrader's timestamps; 0 when in time or without a due date.
    """

    student: str
    lab: str
    status: str
    score: float | None
    max_score: float
    reason: str = ""
    tests: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    late_seconds: float = 0.0
    threads: int = 0

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"A status is one of {', '.join(STATUSES)}, not {self.status!r}.")
        if (self.score is not None) != (self.status in ("graded", "review")):
            raise ValueError(f"A {self.status} hand-in cannot have the score {self.score}.")


def spreadsheet_safe(text: str) -> str:
    """Return a text on one line that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    line = PARTED.sub(r"\1'", line)
    return "'" + line if line.lstrip("\"'").startswith(FORMULA_STARTS) else line


def other_labs(table: Path, lab: str) -> list[list[str]]:
    """Return the lines that an older table has for other labs; none if there is no such table."""
    try:
        with open(table, encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
    except (OSError, ValueError, csv.Error):
        return []
    return [row for row in rows if header == list(COLUMNS) and len(row) == len(COLUMNS) and row[1] != lab]


def grades_csv(results: Sequence[Result], others: Sequence[Sequence[str]] = ()) -> str:
    """Return the table with one line for each hand-in, sorted by student, after the lines of other labs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(others)
    for result in sorted(results, key=lambda result: result.student):
        score = "" if result.score is None else f"{result.score:g}"
        words = (spreadsheet_safe(word) for word in (result.student, result.lab, result.status))
        writer.writerow([*words, score, f"{result.max_score:g}", spreadsheet_safe(result.reason)])
    return text.getvalue()


def pass_rates(results: Sequence[Result]) -> list[dict]:
    """Return for each test how many of the hand-ins that were run passed it, hardest first."""
    ran = [result for result in results if result.status in ("graded", "review")]
    names = {name: result.titles.get(name, name) for result in ran for name in result.tests}
    rows = []
    for name, title in names.items():
        verdicts = [result.tests[name] for result in ran if name in result.tests]
        passed = verdicts.count("passed")
        rows.append({"title": title, "passed": passed, "of": len(verdicts), "rate": passed / len(verdicts)})
    return sorted(rows, key=lambda row: row["rate"])


def distribution(results: Sequence[Result]) -> list[dict]:
    """Return counts of the scores in ten ranges of the automatic points, lowest range first."""
    scores = [r.score / r.max_score for r in results if r.score is not None and r.max_score > 0]
    counts = Counter(min(BINS - 1, int(BINS * max(0.0, share))) for share in scores)
    most = max(counts.values(), default=1)
    edges = [f"{100 * k // BINS} to {100 * (k + 1) // BINS} %" for k in range(BINS)]
    return [{"label": edges[k], "count": counts[k], "width": 100 * counts[k] / most} for k in range(BINS)]


def summary_page(lab: str, results: Sequence[Result], notes: Sequence[str] = ()) -> str:
    """Return the HTML page; whatever students wrote is shown as text and does nothing."""
    loader = jinja2.FileSystemLoader(Path(__file__).with_name("templates"))
    page = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    scores = sorted(result.score for result in results if result.score is not None)
    return page.get_template("summary.html").render(
        lab=lab,
        results=sorted(results, key=lambda r: (STATUSES[::-1].index(r.status), r.student)),
        counts={status: sum(r.status == status for r in results) for status in STATUSES},
        rates=pass_rates(results),
        bins=distribution(results),
        median=scores[len(scores) // 2] if scores else None,
        seconds={part: sum(r.seconds.get(part, 0.0) for r in results) for part in PARTS},
        threads=max((r.threads for r in results), default=0),
        notes=notes,
    )


def write_whole(path: Path, text: str) -> None:
    """Write a text file; an older one stays until the new one is whole on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name("unfinished." + path.name)
    with open(unfinished, "w", encoding="utf-8", newline="", errors="replace") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)
