"""The labs through nbgrader itself: release, leaks, autograde, validate. And the students' bundle."""

import csv
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from helpers.assets import bundle

import nbformat
import pytest
from nbgrader import utils
from nbgrader.api import Gradebook

from grading.sandbox import bubblewrap
from tests import hand_ins, judged

BIN = Path(sys.executable).parent
DATA_BYTES = 1_500_000_000
every_lab = pytest.mark.parametrize("lab", hand_ins.LABS)


def processor_seconds() -> float:
    """Return what ended children have used: unlike time, it does not grow when others use the machine."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def nbgrader(course: Path, *arguments: str, data_bytes: int = resource.RLIM_INFINITY) -> str:
    """Run one nbgrader command in a course folder; return what it printed, or fail with it."""
    done = subprocess.run(
        [str(BIN / "nbgrader"), *arguments],
        cwd=course,
        env=os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},  # nbgrader starts alembic
        capture_output=True,
        text=True,
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (data_bytes, data_bytes)),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


REGION = r"### BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)\n(.*?)### END \1"


def split(cell) -> tuple[set[str], set[str]]:
    """Return the lines of a master's cell that students may see, and those that they may not."""
    if utils.is_solution(cell) and cell.cell_type == "markdown":
        return set(), set(map(str.strip, cell.source.splitlines()))
    hidden = "\n".join(region for _, region in re.findall(REGION, cell.source, flags=re.DOTALL))
    seen = re.sub(REGION, "", cell.source, flags=re.DOTALL)
    return set(map(str.strip, seen.splitlines())), set(map(str.strip, hidden.splitlines()))


@every_lab
def test_the_release_leaks_no_solution_no_hidden_test_and_no_mark_scheme(lab):
    released = hand_ins.release(lab)
    text = "\n".join(cell.source for cell in released.cells)
    parts = [split(cell) for cell in hand_ins.master(lab).cells]
    # What stands in a visible place of the master too is no secret (a closing bracket, a common line).
    secret = set().union(*(hidden for _, hidden in parts)) - set().union(*(seen for seen, _ in parts))
    assert secret, "the master hides nothing"
    leaked = {line.strip() for line in text.splitlines()} & {line for line in secret if len(line) > 3}
    assert not leaked
    assert not re.search(r"BEGIN (SOLUTION|HIDDEN|MARK)|END (SOLUTION|HIDDEN|MARK)", text)
    assert not any(cell.get("outputs") for cell in released.cells), "the release has outputs"


@every_lab
def test_every_discussion_has_a_mark_scheme_and_points_add_up(lab):
    graded = [c for c in hand_ins.master(lab).cells if "points" in c.metadata.get("nbgrader", {})]
    by_person = [c for c in graded if c.cell_type == "markdown"]
    assert sum(utils.is_solution(c) for c in by_person) >= 2
    for cell in by_person:
        hidden = "\n".join(split(cell)[1])
        assert re.search(r"mark scheme", cell.source, re.IGNORECASE), cell.source[:80]
        assert re.search(r"(\d+|one|two) points?", hidden, re.IGNORECASE), f"no points: {cell.source[:80]}"
    first = hand_ins.release(lab).cells[0].source
    total = sum(cell.metadata.nbgrader.points for cell in graded)
    assert re.search(rf"\b{total:g}\b", first), f"the first cell does not say the {total:g} points in all"


def submit(course: Path, student: str, lab: str, notebook: nbformat.NotebookNode) -> None:
    folder = course / "submitted" / student / lab
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{lab}.ipynb")


def ours(course: Path, lab: str) -> dict[str, tuple[str, float]]:
    """Grade the same hand-ins by the course's own command; return status and score of each."""
    command = [sys.executable, "-m", "grading", lab, "--workers", "1", "--out", "ours"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    with open(course / "ours" / "grades.csv", encoding="utf-8", newline="") as file:
        return {row["student"]: (row["status"], float(row["score"] or "nan")) for row in csv.DictReader(file)}


def half_written(lab: str) -> nbformat.NotebookNode:
    """Return the release with the first half of its answers written."""
    notebook, solved = hand_ins.release(lab), hand_ins.master(lab)
    sources = {hand_ins.grade_id(cell): cell.source for cell in filter(hand_ins.is_answer, solved.cells)}
    answers = list(filter(hand_ins.is_answer, notebook.cells))
    for cell in answers[: len(answers) // 2]:
        cell.source = sources[hand_ins.grade_id(cell)]
    return notebook


@pytest.mark.slow
class Lab:
    """One lab by nbgrader's own commands; a class for each, so that two workers can share them."""

    lab: str

    @pytest.fixture(scope="class")
    def course(self, tmp_path_factory) -> Path:
        """Return a course folder with the settings of the real one, the master, and its release."""
        folder = tmp_path_factory.mktemp("course")
        shutil.copy(hand_ins.ROOT / "nbgrader_config.py", folder)
        (folder / "solutions" / self.lab).mkdir(parents=True)
        master = hand_ins.ROOT / "solutions" / self.lab / f"{self.lab}.ipynb"
        shutil.copy(master, folder / "solutions" / self.lab)
        nbgrader(folder, "generate_assignment", self.lab)
        return folder

    def test_the_release_is_byte_for_byte_what_nbgrader_makes_of_the_master(self, course):
        made = {p.name: p.read_bytes() for p in (course / "labs" / self.lab).iterdir()}
        kept = {p.name: p.read_bytes() for p in (hand_ins.ROOT / "labs" / self.lab).glob("*.ipynb")}
        assert made == kept, "labs/ is older than solutions/: run make labs"


class LabByCommand(Lab):
    """A lab that goes all the way: tests/judged.py says which are due."""

    def test_nbgrader_gives_the_same_points_in_a_minute_and_in_bounded_memory(self, course):
        """The solution by nbgrader alone and by ``make grade``; in lab 01 the empty one and a mistake too.

        Every lab's release and mistakes run in test_labs.py, in warm processes.
        """
        lab = self.lab
        handed_in = {"solved": hand_ins.master(lab)}
        if lab == hand_ins.LABS[0]:
            mistake = hand_ins.read_hand_in(hand_ins.gallery(lab, "wrong")[0])
            handed_in |= {"empty": hand_ins.release(lab), "mistake": mistake.notebook(lab)}
        for student, notebook in handed_in.items():
            submit(course, student, lab, notebook)
        before = processor_seconds()
        nbgrader(course, "autograde", lab, data_bytes=DATA_BYTES)
        seconds = (processor_seconds() - before) / len(handed_in)
        with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:

            def grades(student: str) -> dict[str, tuple[float, float]]:
                (notebook,) = gradebook.find_submission(lab, student).notebooks
                return {
                    grade.name: (grade.auto_score, grade.max_score)
                    for grade in notebook.grades
                    if grade.cell.cell_type == "code"
                }

            assert grades("solved")
            assert all(got == full for got, full in grades("solved").values()), grades("solved")
            if "mistake" in handed_in:
                assert all(got == 0 for got, _ in grades("empty").values()), grades("empty")
                lost = {name for name, (got, full) in grades("mistake").items() if got < full}
                assert lost == mistake.loses
            stock = {who: sum(got for got, _ in grades(who).values()) for who in handed_in}
        assert 1 < seconds < 60, f"grading {lab} once took {seconds:.0f} seconds of a processor"
        if bubblewrap.probe() is None:
            assert ours(course, lab) == {who: ("graded", score) for who, score in stock.items()}

    def test_no_cell_of_the_solution_complained(self, course):
        """Given cells too, as they ran in the kernel of the test above."""
        ran = course / "autograded" / "solved" / self.lab / f"{self.lab}.ipynb"
        cells = [cell for cell in nbformat.read(ran, as_version=4).cells if cell.cell_type == "code"]
        assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
        for cell in cells:
            for output in cell.outputs:
                assert output.output_type != "error", output
                assert output.get("name") != "stderr", output.text


for _lab in hand_ins.LABS:
    _name = f"Test{_lab.title().replace('_', '')}"
    _base = LabByCommand if _lab in judged.by_command() else Lab
    globals()[_name] = type(_name, (_base,), {"lab": _lab})


@pytest.mark.slow
def test_validate_passes_a_solved_lab_and_says_in_plain_words_what_is_missing(tmp_path):
    """In the second notebook the first answers are written, the last ones are not."""
    lab, notebook = hand_ins.LABS[0], half_written(hand_ins.LABS[0])
    shutil.copy(hand_ins.ROOT / "nbgrader_config.py", tmp_path)
    nbformat.write(hand_ins.master(lab), tmp_path / "solved.ipynb")
    nbformat.write(notebook, tmp_path / "half.ipynb")
    assert "Success! Your notebook passes all the tests." in nbgrader(tmp_path, "validate", "solved.ipynb")
    said = nbgrader(tmp_path, "validate", "half.ipynb")
    tests = list(filter(hand_ins.is_test, notebook.cells))
    failing = [cell for cell in tests if cell.source.splitlines()[0] in said]
    assert 0 < len(failing) < len(tests)
    assert "NotImplementedError: not written yet: put your code in the place of this line" in said
    assert "You did not provide a response" in said, "the discussion that is still empty is not named"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """Return the students' bundle, unpacked."""
    folder = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(bundle.write_bundle(folder / "gan-course.zip")) as archive:
        archive.extractall(folder)
    return folder / "gan-course"


def test_the_bundle_holds_what_students_need_and_nothing_of_the_instructors(unpacked):
    names = {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}
    tops = {name.split("/")[0] for name in names}
    assert {"README.md", "environment.yml", "requirements.txt", "Makefile"} <= names
    assert {"notebooks", "labs", "helpers"} <= tops
    assert not tops & {"solutions", "tests", "grading", ".git", ".ci", ".github"}
    for lab in hand_ins.LABS:
        assert f"labs/{lab}/{lab}.ipynb" in names
    for path in unpacked.rglob("*.ipynb"):
        text = json.dumps(json.loads(path.read_text(encoding="utf-8"))["cells"])
        assert not re.search(r"BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)", text), path


def test_the_bundle_is_the_same_bytes_each_time(tmp_path):
    first, second = (bundle.write_bundle(tmp_path / part / "gan-course.zip") for part in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_git_never_takes_a_students_own_work(unpacked):
    (lab, *_) = hand_ins.LABS
    (unpacked / "labs" / lab / "my_notes.ipynb").write_text("{}")
    (unpacked / "labs" / lab / f"{lab}_samples.npz").write_bytes(b"samples")
    subprocess.run(["git", "init", "--quiet"], cwd=unpacked, check=True)
    subprocess.run(["git", "add", "--all"], cwd=unpacked, check=True)
    listed = subprocess.run(["git", "ls-files"], cwd=unpacked, capture_output=True, text=True, check=True)
    tracked = listed.stdout.splitlines()
    assert "README.md" in tracked
    assert "helpers/assets/mnist_5000.npz" in tracked
    assert not [name for name in tracked if name.startswith(("labs/", "notebooks/"))]


def test_the_bundle_needs_a_clone_and_says_so(tmp_path):
    with pytest.raises(SystemExit, match="made from a git clone"):
        bundle.write_bundle(tmp_path / "out" / "b.zip", root=tmp_path)
    assert not list((tmp_path / "out").iterdir())
