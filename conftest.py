"""Pytest's settings for tests and notebooks alike: the reduced profile; last lines on what did not run."""

import gc
import os
from collections import Counter

os.environ["COURSE_PROFILE"] = "reduced"

# Workers share the cores: two processes of one TensorFlow thread each do more than two of two.
if workers := os.environ.get("PYTEST_XDIST_WORKER_COUNT"):
    for variable in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(variable, str(max(1, (os.cpu_count() or 1) // int(workers))))

# What takes longest comes first, so that two workers end together. A name that is missing here comes last.
LONGEST_FIRST = (
    "test_labs_nbgrader.py::TestLab02",
    "test_grading_run.py",
    "test_labs_nbgrader.py",
    "test_grading_execute.py",
    "test_playground.py",
    "test_browser.py",
    "test_site.py",
    "test_other_machines.py",
    "test_labs.py::TestLab03",
    "test_labs.py",
    "test_training.py",
    "07_dcgan",
    "test_grading_week.py",
    "test_grading_hostile.py",
    "test_grading_sandbox.py",
    "test_benchmarks.py",
    "test_house.py",
    "test_gan.py",
    ".ipynb",
    "test_judged.py",
    "test_grading",
)


def pytest_collection_modifyitems(items):
    """Sort the tests by the list above; those of one file or notebook stay together, in their order."""
    items.sort(key=lambda item: next((n for n, name in enumerate(LONGEST_FIRST) if name in item.nodeid), 99))


def pytest_collection_finish():
    """Leave what is imported by now out of every later search for rubbish, which would cost half a second."""
    gc.collect()
    gc.freeze()


# A skipped test's reason begins with one of these: what is missing and how to get it; what is not checked.
ABSENCES = {
    "NO SANDBOX": (
        "Bubblewrap is missing or blocked (apt-get install bubblewrap)",
        "that hand-ins run closed in, and marks of hostile hand-ins",
    ),
    "NO BROWSER": (
        "Chromium is missing (apt-get install chromium)",
        "the widgets and the pages of feedback in a real browser",
    ),
    "NO SITE": (
        "the website's packages are missing (make site)",
        "that the website builds, and its pages in a real browser",
    ),
    "NO NETWORK": (
        "packages could not be fetched (connect to a network)",
        "that the students' bundle installs and runs on its own",
    ),
    "NO POSTGRESQL": (
        "PostgreSQL is missing (apt-get install postgresql)",
        "a gradebook in PostgreSQL",
    ),
    "NO ROOT": (
        "only root can become an ordinary user (run them as root)",
        "that the sandbox works for an ordinary user who was root before",
    ),
    "NO ORDINARY USER": (
        "root may read everything (run them as an ordinary user)",
        "hand-ins that the instructor has no right to read",
    ),
    "NO POSIX": (
        "Windows has no such files or limits (run them on Linux or macOS)",
        "links, pipes, full disks and folders that cannot be written",
    ),
}


def what_was_skipped(reasons: list[str]) -> list[str]:
    """Return one sentence for each kind of absence, the most tests first; or one that nothing was missing."""
    if not reasons:
        return ["Nothing was skipped: every test that was asked for ran."]
    kinds = Counter(next((kind for kind in ABSENCES if r.startswith(kind)), r) for r in reasons)
    order = {kind: place for place, kind in enumerate(ABSENCES)}
    said = []
    for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], order.get(pair[0], len(order)))):
        tests = "1 test did not run" if count == 1 else f"{count} tests did not run"
        because, unchecked = ABSENCES.get(kind, (kind, "what they are for"))
        said.append(f"{tests}, because {because}. Not checked: {unchecked}.")
    return said


def what_was_left_out(reports: list) -> list[str]:
    """Return a sentence each if the labs' galleries, or the other machines, were tried in part."""
    said, files = [], {report.nodeid.split("::")[0] for report in reports}
    labs = files & {"tests/test_labs.py", "tests/test_labs_nbgrader.py"}
    if labs:  # imported here: the students' bundle has no tests/
        from tests import judged

    if "tests/test_labs_nbgrader.py" in labs and (left := set(judged.LABS) - set(judged.by_command())):
        said.append(
            f"The solutions of {', '.join(sorted(left))} were not graded by stock nbgrader and make grade: "
            "nothing that this rests on has changed since they were (make judged grades all)."
        )
    if "tests/test_labs.py" in labs and (parts := [lab for lab in judged.LABS if not judged.is_whole(lab)]):
        said.append(
            f"Of the galleries of {', '.join(parts)} every eighth hand-in was run: nothing that their "
            "marks rest on has changed since all were (make judged runs all)."
        )
    if "tests/test_other_machines.py" in files:
        from tests.other_machines import NOTEBOOKS, due

        if left := len(NOTEBOOKS) - len(due(NOTEBOOKS)):
            said.append(
                f"As other machines {left} notebooks were not run: nothing that they rest on has changed "
                "since they were (make machines runs all)."
            )
    return said


def seconds_of_files(reports: list) -> list[tuple[float, str]]:
    """Return the seconds that each file's tests took, set-up included, the longest first."""
    spent = Counter()
    for report in reports:
        spent[report.nodeid.split("::")[0]] += report.duration
    return sorted(((seconds, file) for file, seconds in spent.items()), reverse=True)


def pytest_terminal_summary(terminalreporter) -> None:
    """Say where the time went, and in plain words what was skipped and what that leaves unchecked."""
    reports = [r for part in terminalreporter.stats.values() for r in part if hasattr(r, "duration")]
    if sum(report.duration for report in reports) > 60:
        terminalreporter.section("seconds of the slowest files")
        for seconds, file in seconds_of_files(reports)[:25]:
            terminalreporter.write_line(f"{seconds:7.1f} {file}")
    reasons = []
    for report in terminalreporter.stats.get("skipped", []):
        text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons.append(text.removeprefix("Skipped: "))
    terminalreporter.section("what did not run")
    for line in what_was_skipped(reasons) + what_was_left_out(reports):
        terminalreporter.write_line(line)
