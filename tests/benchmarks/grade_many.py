"""Does the cost of grading grow with the number of hand-ins and no faster, and does memory stay?

``python -m tests.benchmarks.grade_many --hand-ins 100 500``. The hand-ins are tiny notebooks without
TensorFlow, each with an answer of its own, every fifth wrong. For each class size it prints the seconds
of a whole run and of one hand-in, and the most memory that the coordinating process ever held (its
workers and kernels not counted). Ends with status 1 if that is 1 GiB or more, or a score is wrong.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests import toy_course

MOST_BYTES = 2**30
RIGHT = "def square(x):\n    # {number}\n    return x * x"
WRONG = "def square(x):\n    # {number}\n    return x + x"


def most_memory(process: subprocess.Popen) -> int:
    """Wait for a process; return the most memory it held at a time, in bytes."""
    most = 0
    while process.poll() is None:
        try:
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        except OSError:  # ended just now
            break
        most = max([most, *(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))])
        time.sleep(0.2)
    return most


def grade(count: int, workers: int) -> bool:
    """Grade a class of this size; print what it cost; return whether all is as it should be."""
    with tempfile.TemporaryDirectory() as name:
        course = toy_course.make_course(Path(name))
        expected = {}
        for number in range(count):
            student, right = f"student{number:04}", number % 5 > 0
            source = (RIGHT if right else WRONG).format(number=number)
            toy_course.submit(course, student, toy_course.solved(square=source))
            expected[student] = "5" if right else "2"
        started = time.perf_counter()
        with open(course / "printed.txt", "w") as printed:
            process = subprocess.Popen(
                [sys.executable, "-m", "grading", toy_course.LAB, "--workers", str(workers)],
                cwd=course,
                env=os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
                stdout=printed,
                stderr=printed,
            )
            most = most_memory(process)
        seconds = time.perf_counter() - started
        if process.wait() != 0:
            print((course / "printed.txt").read_text()[-2000:])
            return False
        with open(course / "grades.csv", encoding="utf-8", newline="") as file:
            found = {row["student"]: row["score"] for row in csv.DictReader(file)}
    print(
        f"{count:5} hand-ins: {seconds:6.1f} s, {seconds / count:5.2f} s each; "
        f"coordinator at most {most / 2**20:,.0f} MiB; scores {'right' if found == expected else 'WRONG'}",
        flush=True,
    )
    return found == expected and most < MOST_BYTES


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--hand-ins", type=int, nargs="+", default=[100, 500])
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    sys.exit(not all([grade(count, asked.workers) for count in asked.hand_ins]))


if __name__ == "__main__":
    main()
