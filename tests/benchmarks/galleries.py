"""The whole gallery of a lab through ``make grade``, stock ``nbgrader autograde`` and *Validate*.

``make galleries`` runs it for all labs (about half an hour a lab on two cores, most of it stock's);
``python -m tests.benchmarks.galleries lab01_vanilla_gan --by ours --part 1/2`` the first half of one, by one
way. By the first two ways a wrong hand-in has to lose what its file says and nothing else, a valid one
nothing. *Validate* sees a student's own notebook, without hidden tests: it may find only what the file
says. Prints each hand-in that was judged otherwise, and the counts; ends with status 1 if there are any.
"""

import argparse
import contextlib
import io
import tempfile
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.validator import Validator
from traitlets.config.loader import PyFileConfigLoader

from tests import hand_ins
from tests.benchmarks import grading

WAYS = ("ours", "stock", "validate")


def whole(lab: str) -> dict[str, hand_ins.HandIn]:
    """Return all hand-ins of a lab's gallery by student; the folder is part of the name."""
    paths = [*hand_ins.gallery(lab, "valid"), *hand_ins.gallery(lab, "wrong")]
    return {f"{path.parent.name}-{path.stem}": hand_ins.read_hand_in(path) for path in paths}


def lost(folder: Path, lab: str) -> dict[str, set[str]]:
    """Return the tests that each student lost by a course's gradebook."""
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as book:
        return {
            one.student.id: {
                grade.name
                for notebook in one.notebooks
                for grade in notebook.grades
                if grade.cell_type == "code" and (grade.auto_score or 0) < grade.max_score
            }
            for one in book.find_assignment(lab).submissions
        }


def validated(notebook: nbformat.NotebookNode, lab: str) -> set[str]:
    """Return the tests that *Validate* says have failed, of the release with a hand-in's answers."""
    answers = {hand_ins.grade_id(c): c.source for c in notebook.cells if hand_ins.is_answer(c)}
    release = hand_ins.release(lab)
    for cell in filter(hand_ins.is_answer, release.cells):
        cell.source = answers[hand_ins.grade_id(cell)]
    names = {cell.source.strip(): hand_ins.grade_id(cell) for cell in release.cells}
    settings = PyFileConfigLoader("nbgrader_config.py", path=str(hand_ins.ROOT)).load_config()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        file = Path(folder, f"{lab}.ipynb")
        nbformat.write(release, file)
        said = Validator(config=settings).validate(str(file))
    assert said.keys() <= {"failed"}, said
    code = [cell for cell in release.cells if cell.cell_type == "code"]
    tests = {hand_ins.grade_id(cell) for cell in code if not hand_ins.is_answer(cell)}
    failed = {names[cell["source"].strip()] for cell in said.get("failed", [])}
    return failed & tests  # an empty discussion is no test


def judged(lab: str, by: str, notebooks: dict[str, nbformat.NotebookNode]) -> dict[str, object]:
    """Return what each hand-in lost, or its status if it was not graded."""
    if by == "validate":
        return {student: validated(notebook, lab) for student, notebook in notebooks.items()}
    with tempfile.TemporaryDirectory() as name:
        grading.make_course(Path(name), lab, notebooks)
        if by == "stock":
            seconds, scores = grading.by_stock(Path(name), lab)
        else:
            seconds, scores = grading.by_us(Path(name), lab, 2)
        print(f"{lab}, {by}: {seconds:.0f} s for {len(notebooks)} hand-ins", flush=True)
        found = lost(Path(name), lab)
    return {who: score if isinstance(score, str) else found[who] for who, score in scores.items()}


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("labs", nargs="*", default=hand_ins.LABS, metavar="LAB")
    parser.add_argument("--by", choices=WAYS, action="append")
    parser.add_argument("--part", default="1/1", help="such as 2/3: the second of three parts")
    asked, otherwise = parser.parse_args(), 0
    part, parts = map(int, asked.part.split("/"))
    for lab in asked.labs:
        gallery = dict(list(whole(lab).items())[part - 1 :: parts])
        notebooks = {student: hand_in.notebook(lab) for student, hand_in in gallery.items()}
        for by in asked.by or WAYS:
            right, found = 0, judged(lab, by, notebooks)
            for student, hand_in in gallery.items():
                here = found.get(student, "no result")
                if here == hand_in.loses or (by == "validate" and here <= hand_in.loses):
                    right += 1
                else:
                    print(f"  {student}: should lose {sorted(hand_in.loses)}, but: {here}")
            otherwise += len(gallery) - right
            print(f"{lab}, {by}: {right} of {len(gallery)} judged rightly", flush=True)
    raise SystemExit(otherwise > 0)


if __name__ == "__main__":
    main()
