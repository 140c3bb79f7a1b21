"""What an instructor reads after a run: grades.csv and one summary page."""

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import jinja2

from grading.intake.names import FORMULA
from grading.records import PARTS, STATUSES, Result
from grading.words import words

COLUMNS = ("student", "lab", "status", "score", "max_score", "late", "seed", "reason")
BINS = 10
# In many countries the semicolon parts the cells, also of a table that has commas for it.
PARTED = re.compile(r"(;[\s\"']*)(?=[=+\-@＝＋－＠])")


def reason(result: Result) -> str:
    """Return all that is to be said of a hand-in, in words."""
    return " ".join([*map(words, result.ran.reasons), *result.notes])


def late(result: Result) -> str:
    """Return how late a hand-in was: hours by nbgrader's due date, "late" by the platform's word, or ""."""
    return f"{result.late_seconds / 3600:.1f} h" if result.late_seconds > 0 else "late" if result.late else ""


def spreadsheet_safe(text: str) -> str:
    """Return a text on one line that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    line = PARTED.sub(r"\1'", line)
    return "'" + line if line.lstrip("\"'").startswith(tuple(FORMULA)) else line


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
    rows = [COLUMNS, *others]
    for result in sorted(results, key=lambda result: result.student):
        score = "" if result.score is None else f"{result.score:g}"
        seed = f"s{result.ran.seed:x}" if result.ran.tests else ""
        points = (score, f"{result.max_score:g}")
        cells = (result.student, result.lab, result.status, *points, late(result), seed, reason(result))
        rows.append(map(spreadsheet_safe, cells))
    return table(rows)


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return lines of cells."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def pass_rates(results: Sequence[Result], titles: Mapping[str, str]) -> list[dict]:
    """Return for each test how many of the hand-ins that were run passed it, hardest first."""
    rows: dict[str, dict] = {}
    for ran in (result.ran for result in results if result.status in ("graded", "review")):
        for name, verdict in ran.tests.items():
            new = {"title": titles.get(name, name), "passed": 0, "of": 0, "inside": False}
            row = rows.setdefault(name, new)
            row["passed"], row["of"] = row["passed"] + (verdict == "passed"), row["of"] + 1
            row["rate"], row["inside"] = row["passed"] / row["of"], row["inside"] or name in ran.in_process
    return sorted(rows.values(), key=lambda row: row["rate"])


def distribution(results: Sequence[Result]) -> list[dict]:
    """Return counts of the scores in ten ranges of the automatic points, lowest range first."""
    scores = [r.score / r.max_score for r in results if r.score is not None and r.max_score > 0]
    counts = Counter(min(BINS - 1, int(BINS * max(0.0, share))) for share in scores)
    most = max(counts.values(), default=1)
    edges = [f"{100 * k // BINS} to {100 * (k + 1) // BINS} %" for k in range(BINS)]
    return [{"label": edges[k], "count": counts[k], "width": 100 * counts[k] / most} for k in range(BINS)]


def page(template: str, **facts: object) -> str:
    """Return an HTML page; whatever students wrote is shown as text and does nothing."""
    loader = jinja2.FileSystemLoader(Path(__file__).with_name("templates"))
    made = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return made.get_template(template).render(**facts)


def spent(results: Sequence[Result]) -> dict[str, float]:
    """Return the seconds of each part of grading, in words, added over all hand-ins."""
    return {words: sum(r.ran.seconds.get(part, 0.0) for r in results) for part, words in PARTS.items()}


def summary_page(
    lab: str, results: Sequence[Result], notes: Sequence[str] = (), titles: Mapping[str, str] | None = None
) -> str:
    """Return the page of a run; ``titles`` says what each test is called."""
    scores = sorted(result.score for result in results if result.score is not None)
    return page(
        "summary.html",
        lab=lab,
        results=sorted(results, key=lambda r: (STATUSES[::-1].index(r.status), r.student)),
        counts={status: sum(r.status == status for r in results) for status in STATUSES},
        rates=pass_rates(results, titles or {}),
        titles=titles or {},
        reason=reason,
        late=late,
        bins=distribution(results),
        median=scores[len(scores) // 2] if scores else None,
        seconds=spent(results),
        notes=notes,
    )


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file; an older one stays until the new one is whole on the disk. An OSError names the file."""
    unfinished = path.with_name("unfinished." + path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(unfinished, "wb") as file:
            file.write(content.encode(errors="replace") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        what = f"{path.name} could not be written ({error.strerror})"
        raise OSError(error.errno, what, str(path)) from error
