"""What stands at the end of a run, done or interrupted: tables, pages, and what goes back to a platform."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grading.intake.roster import missing
from grading.intake.select import listed
from grading.judging.split import is_answer, is_test, title
from grading.records import HandIn, Person, Result
from grading.results import gradebook
from grading.results.alike import alike_page, answers
from grading.results.report import grades_csv, other_labs, summary_page, write_whole
from grading.results.returns import Mark, write_returns
from grading.results.store import Plan, page_of


def finish(
    plan: Plan, results: list[Result], hand_ins: list[HandIn], roster: list[Person], master: NotebookNode
) -> None:
    """Write grades.csv, the summary, the page of alike hand-ins, and marks and feedback for platforms."""
    notes = [] if plan.protected else ["These hand-ins were run without protection."]
    if left := len(hand_ins) - len(results):
        what = f"{left} of {len(hand_ins)} hand-ins have not been run yet"
        notes.append(f"{what}. Run the command again to go on.")
    totals = gradebook.totals(plan.course, plan.lab)
    gone = totals.keys() - {hand_in.student for hand_in in hand_ins}
    absent = {person.student for person in missing(roster, hand_ins)}
    for names, what in (
        (gone, "The gradebook also holds marks of {} whose hand-ins were not there this time: {}."),
        (absent, "{} on the roster handed in nothing: {}."),
    ):
        if names:
            notes.append(what.format(len(names), listed(sorted(names), 20)))
    people = {person.student: person for person in roster}
    marks, waiting = [], 0
    for result in results:  # as the gradebook has them, a person's among them
        score, most, waits = totals.get(result.student, (None, result.max_score, False))
        score = None if result.score is None else score
        waiting += waits and score is not None
        person, feedback = people.get(result.student, Person(result.student)), page_of(plan, result.student)
        marks.append(Mark(result.student, result.original, result.status, score, most, feedback, person))
    notes += write_returns(plan.out / "returns" / plan.lab, plan.lab, marks)
    if marks and waiting:
        what = "what goes back has automatic points so far"
        notes.append(f"{waiting} hand-ins wait for a person's marks: {what}.")
    table = plan.out / "grades.csv"
    write_whole(table, grades_csv(results, other_labs(table, plan.lab)))
    titles = {cell.metadata.nbgrader.grade_id: title(cell) for cell in filter(is_test, master.cells)}
    write_whole(plan.out / f"summary_{plan.lab}.html", summary_page(plan.lab, results, notes, titles))
    write_alike(plan, hand_ins, master)


def write_alike(plan: Plan, hand_ins: list[HandIn], master: NotebookNode) -> None:
    """Write the page of hand-ins that share most code; one of each group."""
    cells = {
        hand_in.student: answers(nbformat.read(hand_in.notebook, as_version=4))
        for hand_in in hand_ins
        if hand_in.notebook and hand_in.student == (hand_in.members or (hand_in.student,))[0]
    }
    given = [cell for cell in master.cells if not is_answer(cell)]
    for page in sorted(Path(plan.course.root, "notebooks").glob("*.ipynb")):
        given += nbformat.read(page, as_version=4).cells
    known = [cell.source for cell in given if cell.cell_type == "code"]
    write_whole(plan.out / f"alike_{plan.lab}.html", alike_page(plan.lab, cells, known))
