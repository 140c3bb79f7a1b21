"""Who is who: the roster joins a platform's names and changing numbers to one person over the weeks.

Without a roster a student is called what the source calls them. Canvas's number is the person's own and
stays. Moodle's belongs to one assignment, so it is left away, but of people of one name who hand in together
each keeps it, and is not found again in other labs (a note says so). Two of one name who never hand in
together cannot be told apart from Moodle's zips: a class that has them needs a roster.

With a roster a name is enough if one person on it has it, else an id has to decide. Who is not on it is
graded under their own name, with a note.
"""

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from grading.intake.names import safe_name, shown
from grading.intake.submissions import IntakeError, Offer, Refused
from grading.records import HandIn, Person

ALIASES = {"id": "student", "student_id": "student", "full_name": "name", "e_mail": "email", "mail": "email"}
NUMBERED = "several people here have this name: the number is of this lab alone; a roster joins their labs"


def read_roster(path: Path) -> list[Person]:
    """Read a class from a CSV file; raise `IntakeError`, with the line, if a thing is missing or there twice.

    Its header names the columns: ``student`` (the key everywhere) and ``name``; if wanted ``email``,
    ``group``, and platforms' ids: ``canvas_id``, ``moodle_id`` (one or more, with spaces between), ...
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise IntakeError(f"{path} could not be read ({error.strerror}): name the roster's file") from None
    except UnicodeDecodeError:
        raise IntakeError(f"{path} is not UTF-8 text: save it as 'CSV UTF-8'") from None
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.partition("\n")[0].count))
    people, seen = [], {}
    try:
        header = [re.sub(r"[\s-]+", "_", cell.strip().casefold()) for cell in next(rows, [])]
        header = [ALIASES.get(cell, cell) for cell in header]
        for column in ("student", "name"):
            if header.count(column) != 1:
                raise IntakeError(
                    f"{path}, line 1: there are {header.count(column)} columns {column}; one is needed"
                    " (the first line names the columns: student, name, email, moodle_id, ...)"
                )
        for row in rows:
            if not any(cells := [" ".join(cell.split()) for cell in row]):
                continue
            where = f"{path}, line {rows.line_num}"
            if len(cells) > len(header):
                raise IntakeError(f"{where}: {len(cells)} cells under {len(header)} columns: quote the comma")
            found = dict(zip(header, cells, strict=False))
            if not found.get("student"):
                raise IntakeError(f"{where}: the student's id is missing: fill it in")
            ids = {column: cell for column, cell in found.items() if column.endswith("_id") and cell}
            keys = [(column, part) for column in ids for part in ids[column].split()]
            keys += [(column, found[column]) for column in ("student", "email") if found.get(column)]
            for key in ((column, part.casefold()) for column, part in keys):
                if (first := seen.setdefault(key, rows.line_num)) != rows.line_num:
                    raise IntakeError(f"{where}: {' '.join(key)} stands in line {first} too: mend one")
            more = {column: found.get(column, "") for column in ("name", "email", "group")}
            people.append(Person(safe_name(found["student"]), ids=ids, **more))
    except csv.Error as error:
        raise IntakeError(f"{path}, line {rows.line_num}: no CSV ({error}): save it again") from None
    return people


def missing(roster: list[Person], hand_ins: list[HandIn]) -> list[Person]:
    """Return who is on the roster and handed in nothing."""
    there = {hand_in.person.student for hand_in in hand_ins if hand_in.person}
    return [person for person in roster if person.student not in there]


def assign(offers: list[Offer], roster: list[Person] | None, fold: bool) -> list[Offer]:
    """Say whose each offer is, a group's once a member; with ``fold`` names differ in more than case."""
    found: list[Offer] = []
    for offer in offers:
        try:
            people, group = whose(offer, roster or [])
        except Refused as refused:
            offer.problem, people, group = refused, [], False
        if roster is not None and not people and not offer.problem:
            offer.notes.append("not on the roster")
        members = tuple(person.student for person in people) if group else ()
        if people and offer.platform and not group:
            same = plain(offer.who) == plain(people[0].name)
            if not same and offer.number not in numbers_of(people[0], offer.platform):
                offer.notes.append(f"taken for {shown(people[0].name)} of the roster, whose name is alike")
        for person in people or [None]:
            notes, items = list(offer.notes), list(offer.items)
            found.append(replace(offer, person=person, members=members, notes=notes, items=items))
    of = defaultdict(list)
    for offer in found:
        if offer.person:
            of[offer.person.student].append(f"{shown(offer.who)} {offer.number}".strip())
    for offer in found:
        if offer.person and len(of[offer.person.student]) > 1:
            offer.problem = Refused("twice", ", ".join(of[offer.person.student]), offer.person.student)
            offer.person, offer.members = None, ()
    used, taken = set(), {person.student.casefold() for person in roster or []}
    names = Counter(plain(offer.who) for offer in found if not offer.person and offer.platform == "moodle")
    for offer in found:
        if offer.person:
            offer.student = offer.person.student
            continue
        numbered = offer.platform == "canvas" or names[plain(offer.who)] > 1
        if numbered and offer.platform == "moodle" and not offer.problem:
            offer.notes.append(NUMBERED)
        called = f"{offer.who}_{offer.number}" if numbered and offer.number else offer.who
        offer.student = safe_name(called, taken)
        if offer.student in used:  # somebody is called what this name was changed to
            offer.student = safe_name(called, {*taken, offer.student.casefold()})
        used.add(offer.student)
        if fold:
            taken.add(offer.student.casefold())
    return sorted(found, key=lambda offer: offer.student)


def whose(offer: Offer, roster: list[Person]) -> tuple[list[Person], bool]:
    """Return whose an offer is, and whether it is a group's; raise `Refused` if it may be other people's."""
    if not offer.platform:
        called = offer.who.casefold()
        for keys in (lambda p: [p.student], lambda p: [p.email, *p.ids.values()]):
            if found := [p for p in roster if called in [key.casefold() for key in keys(p) if key]]:
                return found[:1], False
    numbers = {p: numbers_of(p, offer.platform) for p in roster}
    numbered = [p for p in roster if offer.number and offer.number in numbers[p]]
    # Exactly, else without accents and spaces, else with the last name first.
    forms = (lambda name: {plain(name)}, lambda name: {squashed(name)}, turned)
    alike = ([p for p in roster if form(p.name) & form(offer.who) - {""}] for form in forms)
    named = next(filter(None, alike), [])
    if offer.platform == "canvas":  # a person's number: who has another one is another person
        named = numbered or [p for p in named if not numbers[p]]
    elif numbered and (numbered[0] in named or not named):  # not a number that happens to be another's
        named = numbered
    if len(named) > 1:
        raise Refused("namesakes", len(named), f"{shown(offer.who)} {offer.number}".strip())
    group = [p for p in roster if p.group and squashed(p.group) == squashed(offer.who)]
    return (named, False) if named or not group else (group, True)


def numbers_of(person: Person, platform: str) -> set[str]:
    """Return the ids that a person has on a platform."""
    return {part for name, ids in person.ids.items() if platform and platform in name for part in ids.split()}


def plain(name: str) -> str:
    """Return a name without differences of case, spacing and encoding."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().replace("_", " ").split())


def squashed(name: str) -> str:
    """Return a name's letters and digits without accents, as Canvas nearly does."""
    parts = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name.casefold()))
    return "".join(ch for ch in parts if unicodedata.category(ch)[0] in "LMN")


def turned(name: str) -> set[str]:
    """Return a name, squashed, with each of its words as the first."""
    parts = re.split(r"[\s,]+", name.strip())
    return {squashed("".join(parts[i:] + parts[:i])) for i in range(len(parts))}
