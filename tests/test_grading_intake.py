"""Intake: every hand-in is accepted or rejected with a reason, and nothing handed in is changed."""

import base64
import copy
import io
import json
import os
import socket
import struct
import zipfile

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_raw_cell

from grading.intake.gather import IntakeError, Limits, gather
from grading.intake.names import safe_name
from grading.intake.notebook import read_notebook
from grading.intake.rebuild import rebuild
from grading.intake.submissions import Refused
from tests import intake_tools as tools
from tests.intake_tools import FILE, LAB, SMALL, by_name, mend, order, packed, put, solved, text

release, submitted, take = tools.release, tools.submitted, tools.take


# The notebook's file


def old(notebook, version=3):
    return json.dumps(nbformat.convert(copy.deepcopy(notebook), version)).encode()


def minor(notebook, number):
    return json.dumps(copy.deepcopy(notebook) | {"nbformat_minor": number}).encode()


READABLE = {
    "as it is": text,
    "byte-order mark": lambda nb: b"\xef\xbb\xbf" + text(nb),
    "windows line ends": lambda nb: text(nb).replace(b"\n", b"\r\n"),
    "format 3": old,
    "newer minor": lambda nb: minor(nb, 9),
    "older minor": lambda nb: minor(nb, 2),
    "no minor": lambda nb: json.dumps({k: v for k, v in nb.items() if k != "nbformat_minor"}).encode(),
    "extra keys": lambda nb: json.dumps(nb | {"more": [1], "metadata": None}).encode(),
    "double keys": lambda nb: b'{"cells": [],' + text(nb).strip()[1:],
    "half of an emoji": lambda nb: text(nb).replace(b"Because.", b"Because \\ud83d."),
}
UNREADABLE = {
    "empty": (lambda nb: b"", "empty"),
    "spaces": (lambda nb: b" \n ", "empty"),
    "cut off": (lambda nb: text(nb)[:-300], "cut off"),
    "damaged": (lambda nb: text(nb).replace(b'"cells"', b"cells", 1), "damaged"),
    "utf-16": (lambda nb: text(nb).decode().encode("utf-16"), "UTF-16"),
    "utf-16 without mark": (lambda nb: text(nb).decode().encode("utf-16-le"), "UTF-16"),
    "latin-1": (lambda nb: text(nb).replace(b"Because", "Weil schön".encode("latin-1")), "UTF-8"),
    "zeros": (lambda nb: b"\0" * 5000, "UTF-16"),
    "a list": (lambda nb: b"[1, 2]", "not a Jupyter notebook"),
    "a text": (lambda nb: b'"hello"', "not a Jupyter notebook"),
    "html": (lambda nb: b"<!DOCTYPE html><html>", "damaged"),
    "no version": (lambda nb: b'{"cells": []}', "not a Jupyter notebook"),
    "version is text": (lambda nb: json.dumps(nb | {"nbformat": "4"}).encode(), "not a Jupyter notebook"),
    "version is true": (lambda nb: json.dumps(nb | {"nbformat": True}).encode(), "not a Jupyter notebook"),
    "format 5": (lambda nb: json.dumps(nb | {"nbformat": 5}).encode(), "format 5"),
    "format -1": (lambda nb: json.dumps(nb | {"nbformat": -1}).encode(), "old format -1"),
    "broken format 3": (lambda nb: b'{"nbformat": 3, "worksheets": [{"cells": [{"x": 1}]}]}', "old format 3"),
    "no cells": (lambda nb: json.dumps({"nbformat": 4, "metadata": {}}).encode(), "without cells"),
    "cells a text": (lambda nb: json.dumps(nb | {"cells": "abc"}).encode(), "without cells"),
    "empty cells": (lambda nb: json.dumps(nb | {"cells": []}).encode(), "without cells"),
    "cell a number": (lambda nb: json.dumps(nb | {"cells": [1]}).encode(), "cell 1"),
    "cell without type": (lambda nb: json.dumps(nb | {"cells": [{"source": "x"}]}).encode(), "cell 1"),
    "source a number": (
        lambda nb: json.dumps(nb | {"cells": [{"cell_type": "code", "source": 3}]}).encode(),
        "cell 1",
    ),
    "type a list": (lambda nb: json.dumps(nb | {"cells": [{"cell_type": ["code"]}]}).encode(), "cell 1"),
    "nested lists": (lambda nb: b"[" * 50_000, "nested"),
    "nested objects": (lambda nb: b'{"a":' * 15_000 + b"1" + b"}" * 15_000, "nested"),
    "endless number": (lambda nb: b'{"nbformat": ' + b"4" * 6000 + b"}", "numbers"),
    "too much text": (lambda nb: text(nb).replace(b"Because.", b"x" * 60_000), "characters"),
    "too many cells": (lambda nb: json.dumps(nb | {"cells": nb.cells * 9}).encode(), "cells"),
    "another lab": (lambda nb: text(new_notebook(cells=[new_code_cell("1")])), "not of this lab"),
    "too large": (lambda nb: text(nb) + b" " * 100_000, "too large"),
}


@pytest.mark.parametrize("make", READABLE.values(), ids=READABLE)
def test_a_readable_notebook_is_accepted(make, submitted, release, take):
    put(submitted, f"anna/{LAB}/{FILE}", make(solved(release)))
    anna = take(submitted)["anna"]
    assert anna.status == "accepted", anna.reason
    assert anna.notes == []
    answers = by_name(nbformat.read(anna.notebook, as_version=4))
    assert "return x / 2" in answers["half"].source
    assert answers["why"].source.startswith("Because")


@pytest.mark.parametrize(("make", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_notebook_is_rejected_with_a_reason(make, reason, submitted, release, take):
    put(submitted, f"anna/{LAB}/{FILE}", make(solved(release)))
    anna = take(submitted)["anna"]
    assert anna.status == "rejected"
    assert reason in anna.reason


# The files beside it


def test_a_folder_without_the_lab_or_the_notebook(submitted, take):
    put(submitted, "early/lab00/lab00.ipynb", b"{}")
    (submitted / "nothing" / LAB).mkdir(parents=True)
    put(submitted, f"file/{LAB}", b"not a folder")
    put(submitted, f"packed/{LAB}/work.7z", b"7z")
    put(submitted, f"broken/{LAB}/work.zip", b"PK")
    put(submitted, "loose.ipynb", b"{}")
    put(submitted, ".DS_Store", b"x")
    (submitted / ".ipynb_checkpoints").mkdir()
    found = take(submitted)
    assert found.keys() == {"good", "early", "nothing", "file", "packed", "broken", "loose.ipynb"}
    assert found["early"].reason == f"no hand-in of {LAB}"
    assert found["nothing"].reason == "no notebook was handed in"
    assert "not a folder" in found["file"].reason
    assert "work.7z was not opened" in found["packed"].reason
    assert "damaged in the zip" in found["broken"].reason
    assert "a file on its own" in found["loose.ipynb"].reason


def test_names_of_notebooks_in_a_folder(submitted, release, take):
    whole = text(solved(release))
    put(submitted, f"wrong/{LAB}/mine.ipynb", whole)
    put(submitted, f"case/{LAB}/{FILE.upper()}", whole)
    put(submitted, f"two/{LAB}/a.ipynb", whole)
    put(submitted, f"two/{LAB}/b.ipynb", whole)
    put(submitted, f"draft/{LAB}/{FILE}", whole)
    put(submitted, f"draft/{LAB}/draft.ipynb", b"{")
    put(submitted, f"deep/{LAB}/{LAB}/{FILE}", whole)
    put(submitted, f"deeper/{LAB}/a/{FILE}", whole)
    put(submitted, f"deeper/{LAB}/b/{FILE}", whole)
    put(submitted, f"autosave/{LAB}/{FILE}", whole)
    put(submitted, f"autosave/{LAB}/.ipynb_checkpoints/{LAB}-checkpoint.ipynb", b"{")
    found = take(submitted)
    assert found["wrong"].reason == f"wrong name: rename mine.ipynb to {FILE}"
    assert found["case"].notes == [f"handed in as {FILE.upper()}"]
    assert found["two"].reason.startswith("2 notebooks, and none is called")
    assert found["deeper"].reason.startswith("2 notebooks are called")
    assert found["draft"].notes == ["not used: draft.ipynb"]
    assert found["deep"].status == "accepted"
    assert found["autosave"].status == "accepted"
    assert found["autosave"].notes == []


@pytest.mark.skipif(os.name == "nt", reason="NO POSIX: no symbolic links, pipes or sockets to try")
def test_links_and_special_files_are_refused_and_never_opened(tmp_path, submitted, release, take):
    secret = put(tmp_path / "elsewhere", "solution.ipynb", text(solved(release)))
    gradebook = put(tmp_path / "elsewhere", "gradebook.db", b"secret")

    def folder(name):
        (submitted / name / LAB).mkdir(parents=True)
        return submitted / name / LAB

    folder("notebook").joinpath(FILE).symlink_to(secret)
    for name, target in {"extra": gradebook, "inside": tmp_path / "elsewhere", "dangling": "nowhere"}.items():
        put(submitted, f"{name}/{LAB}/{FILE}", text(solved(release)))
        (submitted / name / LAB / "more.npz").symlink_to(target)
    (submitted / "lab").mkdir()
    (submitted / "lab" / LAB).symlink_to(submitted / "good" / LAB)
    (submitted / "student").symlink_to(submitted / "good")
    (folder("loop") / "loop").symlink_to(".")
    os.mkfifo(folder("pipe") / FILE)
    put(submitted, f"fifo/{LAB}/{FILE}", text(solved(release)))
    os.mkfifo(submitted / "fifo" / LAB / "a.npz")
    here = os.getcwd()
    os.chdir(folder("socket"))  # a socket's path has room for 100 bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("a.npz")
    finally:
        os.chdir(here)
    os.link(submitted / "good" / LAB / FILE, folder("hard") / FILE)
    found = take(submitted)
    for name in ("notebook", "extra", "inside", "dangling", "lab", "student", "loop"):
        assert "symbolic link" in found[name].reason
    for name in ("pipe", "fifo", "socket"):
        assert "not a plain file" in found[name].reason
    assert found["hard"].status == "accepted"
    assert b"secret" not in b"".join(p.read_bytes() for p in (tmp_path / "into").rglob("*") if p.is_file())


def test_files_that_are_too_many_or_too_large_are_left_out(submitted, release, take):
    whole = text(solved(release))
    for name in ("many", "large", "sum", "deep", "junk", "usual"):
        put(submitted, f"{name}/{LAB}/{FILE}", whole)
    for number in range(50):
        put(submitted, f"many/{LAB}/frame{number:02}.png", b"x")
    put(submitted, f"many/{LAB}/{LAB}_samples.npz", b"numbers")
    put(submitted, f"large/{LAB}/a.npz", b"x" * 200_001)
    for number in range(4):
        put(submitted, f"sum/{LAB}/{number}.npz", b"x" * 90_000)
    put(submitted, f"deep/{LAB}/{'d/' * 20}a.npz", b"x")
    put(submitted, f"junk/{LAB}/run.sh", b"x")
    put(submitted, f"junk/{LAB}/inner.zip", b"x")
    put(submitted, f"junk/{LAB}/__pycache__/x.pyc", b"x")
    put(submitted, f"usual/{LAB}/pictures/one.png", b"picture")
    found = take(submitted)
    assert {hand_in.status for hand_in in found.values()} == {"accepted"}
    assert len(list(found["many"].folder.iterdir())) == 1 + SMALL.student_files
    assert (found["many"].folder / f"{LAB}_samples.npz").read_bytes() == b"numbers"
    assert (
        "frame07.png, frame08.png, frame09.png, frame10.png, frame11.png and 38 more"
        in found["many"].notes[0]
    )
    assert "at most 8 files" in found["many"].notes[0]
    assert found["large"].notes[0].endswith(": a.npz")
    assert found["sum"].notes[0].endswith(": 3.npz")
    assert "left out" in found["deep"].notes[0] or "not used" in found["deep"].notes[0]
    assert found["junk"].notes == ["not used: inner.zip, run.sh"]
    assert [path.name for path in found["junk"].folder.iterdir()] == [FILE]
    assert (found["usual"].folder / "pictures" / "one.png").read_bytes() == b"picture"


def test_a_folder_with_thousands_of_files_is_listed_up_to_a_limit(submitted, release, take):
    put(submitted, f"anna/{LAB}/{FILE}", text(solved(release)))
    for number in range(60):
        put(submitted, f"anna/{LAB}/a{number}/x.txt", b"x")
    anna = take(submitted, Limits(listed=50))["anna"]
    assert anna.status == "accepted"
    assert anna.notes[0] == "only the first 50 files and folders were looked at"


def test_modules_beside_the_notebook_come_along_but_none_that_hides_another(submitted, release, take):
    put(submitted, f"anna/{LAB}/{FILE}", text(solved(release)))
    for name in ("my_tools.py", "tools_of_mine/parts.py", "helpers/checks.py", "json.py", "numpy.py"):
        put(submitted, f"anna/{LAB}/{name}", b"x = 1")
    anna = take(submitted)["anna"]
    there = {path.name for path in anna.folder.rglob("*.py")}
    assert there == {"my_tools.py", "parts.py"}
    assert anna.notes == ["not used: checks.py, json.py, numpy.py"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="NO ORDINARY USER: root reads all")
def test_a_file_that_may_not_be_read(submitted, release, take):
    put(submitted, f"anna/{LAB}/{FILE}", text(solved(release))).chmod(0)
    (submitted / "ben" / LAB).mkdir(parents=True)
    (submitted / "ben" / LAB).chmod(0)
    found = gather(submitted, LAB, release, submitted.parent / "into")
    (submitted / "ben" / LAB).chmod(0o755)
    assert [hand_in.status for hand_in in found] == ["rejected", "rejected", "accepted"]


def test_timestamps(submitted, release, take):
    for name, stamp in {
        "good": b"2026-01-31 11:00:00.5 UTC\n",
        "odd": b"=1+1",
        "bytes": b"\xff\xff",
    }.items():
        put(submitted, f"{name}/{LAB}/{FILE}", text(solved(release)))
        put(submitted, f"{name}/{LAB}/timestamp.txt", stamp)
    found = take(submitted)
    assert found["good"].timestamp.isoformat() == "2026-01-31T11:00:00.500000"
    assert (found["good"].folder / "timestamp.txt").exists()
    for name in ("odd", "bytes"):
        assert found[name].timestamp is None
        assert "timestamp.txt" in found[name].notes[0]
        assert not (found[name].folder / "timestamp.txt").exists()


def test_the_digest_changes_with_what_was_handed_in_and_with_nothing_else(submitted, release, take):
    first = take(submitted, into="1")["good"].digest
    os.utime(submitted / "good" / LAB / FILE)
    assert take(submitted, into="2")["good"].digest == first
    put(submitted, f"good/{LAB}/a.npz", b"1")
    second = take(submitted, into="3")["good"].digest
    put(submitted, f"good/{LAB}/a.npz", b"2")
    third = take(submitted, into="4")["good"].digest
    (submitted / "good" / LAB / "a.npz").rename(submitted / "good" / LAB / "b.npz")
    put(submitted, f"good/{LAB}/timestamp.txt", b"2026-01-31 12:00:00 UTC")
    assert len({first, second, third, take(submitted, into="5")["good"].digest}) == 4


@pytest.mark.parametrize(
    "name",
    [
        "Anna Müller",
        "李小龙",
        "محمد علی",
        "O'Brien, Seán",
        "a.b-c_d@example.org",
        "नमस्ते",
        "R&D team 7 (late)",
        "می‌خواهم",
    ],
)
def test_ordinary_names_stay(name, submitted, release, take):
    put(submitted, f"{name}/{LAB}/{FILE}", text(solved(release)))
    assert take(submitted)[name].status == "accepted"


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "a\nb", "a\tb", "\x1b[31mred", "<img src=x onerror=alert(1)>", 'a"b',
     "a\\b", "*", "\u202ecod", "..a", " a ", "x" * 200, "ü" * 120, "a[0-9]b", "{x}", "~`", "\udcff\udcfe"],
)  # fmt: skip
def test_other_names_are_made_safe(name, submitted, release, take):
    put(submitted, f"{os.fsdecode(os.fsencode(name))}/{LAB}/{FILE}", text(solved(release)))
    found = take(submitted)
    (student,) = found.keys() - {"good"}
    assert found[student].status == "accepted"
    assert student == safe_name(name) != name
    assert len(student) < 120
    assert not set(student) & set('/\\<>"*?[]{}`\n\t')
    assert student[0] not in "=+-@. "


def test_names_that_become_the_same_stay_apart():
    assert safe_name("a/b") != safe_name("a:b") != "a_b"
    assert safe_name("anna", {"anna"}) != "anna"
    assert len({safe_name(""), safe_name("."), safe_name(".."), ""}) == 4


@pytest.mark.parametrize("trouble", ["missing", "full", "inside", "file", "empty zip"])
def test_a_source_or_target_that_cannot_be_used_is_one_clear_error(trouble, tmp_path, submitted, release):
    source, into = submitted, tmp_path / "into"
    if trouble == "missing":
        source = tmp_path / "nowhere"
    elif trouble == "full":
        put(into, "mine", b"keep")
    elif trouble == "inside":
        into = submitted / "checked"
    elif trouble == "file":
        source = put(tmp_path, "notes.zip", b"no zip at all")
    else:
        source = packed(tmp_path / "empty.zip", {})
    with pytest.raises(IntakeError):
        gather(source, LAB, release, into, SMALL)
    assert trouble != "full" or (into / "mine").read_bytes() == b"keep"
    assert not (submitted / "checked").exists()


# Zips of learning platforms


def test_moodle_with_folders(tmp_path, release, take):
    whole = text(solved(release))
    files = {
        f"good one_1001_assignsubmission_file/{FILE}": whole,
        f"Anna Müller_1002_assignsubmission_file_/{FILE}": whole,
        f"Anna Müller_1002_assignsubmission_file_/{LAB}_samples.npz": b"numbers",
        "Anna Müller_1002_assignsubmission_onlinetext_/onlinetext.html": b"<script>",
        f"Anna Müller_1003_assignsubmission_file_/work/{FILE}": whole,
        "李小龙_1004_assignsubmission_file_/": b"",
        "Text Only_1005_assignsubmission_onlinetext/onlinetext.html": b"hello",
        f"Default group_assignsubmission_file_/{FILE}": whole,
        f"Participant_77_assignsubmission_file_/{LAB} (1).ipynb": whole,
        f"Participant_78_assignsubmission_file_/{FILE}": whole,
        "Wrong_8_assignsubmission_file_/other.ipynb": whole,
    }
    found = take(packed(tmp_path / "moodle.zip", files))
    assert {name: hand_in.status for name, hand_in in found.items()} == {
        "good one": "accepted",
        "Anna Müller_1002": "accepted",
        "Anna Müller_1003": "accepted",
        "李小龙": "rejected",
        "Text Only": "rejected",
        "Default group": "accepted",
        "Participant_77": "accepted",
        "Participant_78": "accepted",
        "Wrong": "rejected",
    }
    assert (found["Anna Müller_1002"].folder / f"{LAB}_samples.npz").read_bytes() == b"numbers"
    assert found["Wrong"].reason == f"wrong name: rename other.ipynb to {FILE}"
    assert found["Participant_77"].notebook.name == FILE
    assert found["Participant_77"].notes[1] == f"handed in as {LAB} (1).ipynb"


def test_moodle_without_folders(tmp_path, release, take):
    whole = text(solved(release))
    files = {
        f"good_1_assignsubmission_file_{FILE}": whole,
        f"Anna Müller_2_assignsubmission_file_{FILE}": whole,
        f"Anna Müller_2_assignsubmission_file_{LAB}_samples.npz": b"numbers",
        f"Mallory_3_assignsubmission_file_good_1_assignsubmission_file_{FILE}": b"{",
        "Mallory_3_assignsubmission_file_timestamp.txt": b"2020-01-01 00:00:00 UTC",
    }
    found = take(packed(tmp_path / "moodle.zip", files))
    assert found.keys() == {"good", "Anna Müller", "Mallory"}
    assert (found["Anna Müller"].folder / f"{LAB}_samples.npz").exists()
    assert found["good"].status == "accepted"
    assert found["Mallory"].status == "rejected"


def test_a_time_that_students_name_themselves_does_not_count(tmp_path, release, take):
    files = {
        f"good_1_assignsubmission_file_/{FILE}": text(solved(release)),
        "good_1_assignsubmission_file_/timestamp.txt": b"2020-01-01 00:00:00 UTC",
    }
    good = take(packed(tmp_path / "moodle.zip", files))["good"]
    assert good.timestamp is None
    assert [path.name for path in good.folder.iterdir()] == [FILE]


def test_canvas(tmp_path, release, take):
    def answer(words):
        notebook = solved(release)
        by_name(notebook)["why"].source = words
        return text(notebook)

    files = [
        (f"goodstudent_11_901_{FILE}", answer("on time")),
        (f"mullerjose_LATE_12_902_{FILE}", answer("late")),
        (f"mullerjose_LATE_12_903_{LAB}_samples.npz", b"numbers"),
        (f"again_13_910_{LAB}-2.ipynb", answer("third")),
        (f"again_13_905_{FILE}", answer("first")),
        (f"again_13_907_{LAB}-1.ipynb", answer("second")),
        ("again_13_906_samples.npz", b"old"),
        ("again_13_911_samples-1.npz", b"new"),
        (f"same_14_920_{LAB}-1.ipynb", answer("second")),
        (f"same_14_920_{FILE}", answer("first")),
        (f"same_14_920_{LAB}-10.ipynb", answer("tenth")),
        (f"LATE_anon_aB3_930_{FILE}", answer("nobody")),
        ("textonly_15_text.html", b"<p>"),
        ("linkonly_LATE_16_link.html", b"<p>"),
        (f"bob_11_17_940_{FILE}", b"{"),
        (f"smith_18_950_goodstudent_11_999_{FILE}", b"{"),
        (f"李小龙_19_960_{LAB}-0f8fad5b-d9cb-469f-a165-70867728950e.ipynb", answer("random")),
        ("README", b"?"),
    ]
    found = take(packed(tmp_path / "canvas.zip", files))

    def said(name):
        return by_name(nbformat.read(found[name].notebook, as_version=4))["why"].source

    assert said("goodstudent_11") == "on time"
    assert found["goodstudent_11"].late is False
    assert said("mullerjose_12") == "late"
    assert found["mullerjose_12"].late is True
    assert (found["mullerjose_12"].folder / f"{LAB}_samples.npz").exists()
    assert said("again_13") == "third"
    assert [path.name for path in found["again_13"].earlier] == [f"1-{FILE}", f"2-{LAB}-1.ipynb"]
    assert found["again_13"].earlier[1].read_bytes() == answer("second")
    assert (found["again_13"].folder / "samples.npz").read_bytes() == b"new"
    assert "latest of 3" in found["again_13"].notes[0]
    assert said("same_14") == "tenth"
    assert said("anon_aB3") == "nobody"
    assert said("李小龙_19") == "random"
    for name in (
        "textonly_15",
        "linkonly_16",
        "bob_11_17" if "bob_11_17" in found else "bob_11",
        "smith_18",
        "README",
    ):
        assert found[name].status == "rejected"


def test_the_latest_attempt_counts_even_if_it_is_the_broken_one(tmp_path, release, take):
    files = {f"anna_1_5_{FILE}": text(solved(release)), f"anna_1_6_{LAB}-1.ipynb": b"{"}
    anna = take(packed(tmp_path / "canvas.zip", files), good=False)["anna_1"]
    assert anna.status == "rejected"
    assert [path.read_bytes() for path in anna.earlier] == [text(solved(release))]


@pytest.mark.parametrize("wrap", ["", "submitted/", "a/b/"])
def test_a_zip_of_nbgraders_folder(wrap, tmp_path, release, take):
    files = {
        f"{wrap}good/{LAB}/{FILE}": text(solved(release)),
        f"{wrap}good/{LAB}/timestamp.txt": b"2026-01-31 12:00:00 UTC",
        f"{wrap}good/lab02/lab02.ipynb": b"{}",
        f"{wrap}good/notes.txt": b"",
        f"{wrap}ben/lab02/lab02.ipynb": b"{}",
        "__MACOSX/x": b"",
        f"{wrap}.DS_Store": b"",
    }
    archive = packed(tmp_path / "all.zip", files)
    with zipfile.ZipFile(archive, "a") as more:
        more.mkdir(f"{wrap}dir") if wrap else None
    found = take(archive)
    assert found["good"].timestamp.hour == 12
    assert f"no hand-in of {LAB}" in found["ben"].reason


def test_an_unpacked_download_is_as_good(tmp_path, release, take):
    root = tmp_path / "download"
    put(root, f"good_1_assignsubmission_file_/{FILE}", text(solved(release)))
    put(root, f"anna_LATE_2_3_{FILE}", text(solved(release)))
    put(root, f"anna_LATE_2_4_{LAB}-1.ipynb", b"{")
    found = take(root)
    assert found["good"].status == "accepted"
    assert found["anna_2"].status == "rejected"
    assert found["anna_2"].late


def test_hostile_zips(tmp_path, release, take):
    whole = text(solved(release))

    def entry(name, mode=0o100644):
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, mode << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        return info

    def moodle(who, name):
        return f"{who}_1_assignsubmission_file_/{name}"

    files = [
        (moodle("good", FILE), whole),
        (moodle("up", "../../../evil.ipynb"), whole),
        (moodle("up", FILE), whole),
        (moodle("back", "..\\..\\evil.ipynb"), whole),
        ("../" + moodle("good", "other.txt"), b"x"),
        ("/etc/" + moodle("good", "other.txt"), b"x"),
        ("C:\\" + moodle("good", "other.txt"), b"x"),
        ("..\\" + moodle("good", "other.txt"), b"x"),
        (moodle("other", "../" + moodle("good", FILE)), b"{"),
        (entry(moodle("link", FILE), 0o120777), b"/etc/passwd"),
        (moodle("linked", FILE), whole),
        (entry(moodle("linked", "a.npz"), 0o120777), b"../../x"),
        (entry(moodle("fifo", FILE), 0o010644), b""),
        (moodle("bomb", FILE), b" " * 90_000_000),
        (moodle("bomb2", FILE), whole),
        (moodle("bomb2", "a.npz"), b"0" * 20_000_000),
        (moodle("nested", "all.zip"), packed(tmp_path / "inner.zip", {f"../{FILE}": whole}).read_bytes()),
        (moodle("many", FILE), whole),
        *[(moodle("many", f"{number}.npz"), b"x") for number in range(3000)],
        (moodle("deep", "d/" * 50 + FILE), whole),
        (moodle("twice", FILE), b"{"),
        (moodle("twice", FILE), whole),
        (moodle("Case", FILE), whole),
        (moodle("case", FILE), whole),
        (moodle("=cmd|' /C calc'!A0", FILE), whole),
        (moodle("<script>alert(1)<", FILE), whole),
    ]
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive = packed(tmp_path / "hostile.zip", files)
    found = take(archive, Limits(notebook_bytes=100_000, student_files=50))
    for name, reason in {
        "up": "leaves the folder", "back": "leaves the folder", "link": "symbolic link",
        "linked": "symbolic link", "fifo": "not a plain file", "bomb": "not unpacked",
        "nested": "leaves the folder", "deep": "nested",
    }.items():  # fmt: skip
        assert found[name].status == "rejected", name
        assert reason in found[name].reason
    assert sum("leaves the folder" in hand_in.reason for hand_in in found.values()) == 8
    for name in ("many", "bomb2"):
        assert found[name].status == "accepted"
        assert "left out" in found[name].notes[0]
    assert len(list(found["many"].folder.iterdir())) == 51
    assert found["good"].status == found["twice"].status == "accepted"
    assert len(found["twice"].earlier) == 1
    cases = [name for name in found if name.casefold().startswith("case")]
    assert len({name.casefold() for name in cases}) == 2
    assert not list(tmp_path.rglob("evil*"))
    inside = {path.relative_to(tmp_path / "into").parts[0] for path in (tmp_path / "into").rglob("*")}
    assert inside == {"submitted", "earlier"}


def test_encrypted_damaged_and_oddly_packed_entries(tmp_path, release, take):
    names = [f"{who}_{i}_{i}_{FILE}" for i, who in enumerate(["good", "locked", "flipped", "odd", "liar"], 1)]
    archive = packed(tmp_path / "canvas.zip", {name: text(solved(release)) for name in names})
    raw = bytearray(archive.read_bytes())
    with zipfile.ZipFile(io.BytesIO(raw)) as read:
        infos = {info.filename: info for info in read.infolist()}
    heads = {}
    at = raw.index(b"PK\x01\x02")
    for name in names:
        heads[name] = at
        at += 46 + len(name)
    raw[heads[names[1]] + 8] |= 1
    raw[infos[names[2]].header_offset + 30 + len(names[2]) + 20] ^= 0xFF
    struct.pack_into("<H", raw, heads[names[3]] + 10, 99)
    struct.pack_into("<I", raw, heads[names[4]] + 24, 10)
    archive.write_bytes(raw)
    found = take(archive)
    assert "encrypted" in found["locked_2"].reason
    assert all(found[name].status == "rejected" for name in ("flipped_3", "odd_4", "liar_5"))


@pytest.mark.parametrize("cut", [10, 0.5, -30])
def test_a_zip_that_was_cut_off_is_one_clear_error(cut, tmp_path, release):
    archive = packed(tmp_path / "canvas.zip", {f"anna_1_2_{FILE}": text(solved(release))})
    raw = archive.read_bytes()
    archive.write_bytes(raw[: int(len(raw) * cut) if isinstance(cut, float) else cut])
    with pytest.raises(IntakeError, match="download it again"):
        gather(archive, LAB, release, tmp_path / "into", SMALL)


def test_names_in_zips_of_any_encoding(tmp_path, release, take):
    stored = {"mülleranna_1_2_": "utf-8", "groß_3_4_": "cp437", "good_5_6_": "ascii"}
    archive, content = tmp_path / "canvas.zip", text(solved(release))
    names = [name.encode(coding) for name, coding in stored.items()]
    stand_ins = [str(number) * len(name) for number, name in enumerate(names)]
    raw = packed(archive, {stand_in + FILE: content for stand_in in stand_ins}).read_bytes()
    for name, stand_in in zip(names, stand_ins, strict=True):
        raw = raw.replace((stand_in + FILE).encode(), name + FILE.encode())
    archive.write_bytes(raw)
    assert take(archive).keys() == {"mülleranna_1", "groß_3", "good_5"}


def test_too_many_entries(tmp_path, release):
    archive = packed(tmp_path / "canvas.zip", {f"a_{number}_1_x": b"" for number in range(30)})
    with pytest.raises(IntakeError, match="30 entries"):
        gather(archive, LAB, release, tmp_path / "into", Limits(zip_entries=20))


@pytest.mark.parametrize("wrap", ["", "submitted/"])
def test_nobody_hands_in_for_another(wrap, tmp_path, release, take):
    honest, forged = text(solved(release)), text(release)
    inside = [f"good/{LAB}/{FILE}", f"good_assignsubmission_file_/{FILE}", f"good_1_2_{FILE}"]
    files = [(f"{wrap}good/{LAB}/{FILE}", honest), (f"{wrap}eve/{LAB}/{FILE}", honest)]
    files += [(f"{wrap}eve/{lab}/{path}", forged) for lab in (LAB, "lab02") for path in inside]
    found = take(packed(tmp_path / "all.zip", files))
    assert found.keys() == {"good", "eve"}
    assert found["good"].notebook.read_text().count("return x / 2") == 1
    assert found["good"].notes == []


def test_files_of_a_zip_that_lie_over_each_other_are_not_unpacked(tmp_path, release, take):
    names = [f"good_1_1_{FILE}", f"anna_2_2_{FILE}", f"bert_3_3_{FILE}"]
    archive = packed(tmp_path / "canvas.zip", {name: text(solved(release)) for name in names})
    raw = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as read:
        start = [info.header_offset for info in read.infolist()]
    second = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 4)
    third = raw.index(b"PK\x01\x02", second + 4)
    struct.pack_into("<I", raw, third + 42, start[1])
    archive.write_bytes(raw)
    found = take(archive)
    assert all("lies over another" in found[name].reason for name in ("anna_2", "bert_3"))


def test_who_handed_in_litter_alone_is_in_the_list(tmp_path, release, take):
    files = {f"good_1_assignsubmission_file_/{FILE}": text(solved(release))}
    files[f"anna_2_assignsubmission_file_/.ipynb_checkpoints/{FILE}"] = text(solved(release))
    files["good_1_assignsubmission_file_/timestamp-1.txt"] = b"2020-01-01 00:00:00 UTC"
    found = take(packed(tmp_path / "moodle.zip", files))
    assert found["anna"].reason == "no notebook was handed in"
    assert not (found["good"].folder / "timestamp.txt").exists()


def test_a_folder_named_as_another_name_is_changed_to(submitted, release, take):
    for name in ("a*b", safe_name("a*b")):
        put(submitted, f"{name}/{LAB}/{FILE}", text(solved(release)))
    assert len(take(submitted)) == 3


# Rebuilding


def test_an_untouched_or_solved_lab_comes_back_as_it_is(release):
    for notebook in (release, solved(release)):
        rebuilt, notes = mend(notebook, release)
        assert notes == []
        assert [cell.source for cell in rebuilt.cells] == [cell.source for cell in notebook.cells]
        assert [cell.id for cell in rebuilt.cells] == [cell.id for cell in notebook.cells]


def test_cells_of_their_own_stay_where_they_were(release):
    notebook = solved(release)
    extra = [new_code_cell(f"x = {number}") for number in range(4)]
    for place, cell in zip((0, 4, 7, len(notebook.cells) + 3), extra, strict=True):
        notebook.cells.insert(place, cell)
    rebuilt, notes = mend(notebook, release)
    assert [cell.source for cell in rebuilt.cells] == [cell.source for cell in notebook.cells]
    assert notes == []


def test_deleted_cells_are_put_back(release):
    for gone in [{name} for name in by_name(release)] + [
        {"half", "test-half"},
        {"test-double", "why", "given"},
    ]:
        notebook = solved(release)
        notebook.cells = [
            cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") not in gone
        ]
        rebuilt, notes = mend(notebook, release)
        assert order(rebuilt) == order(release), gone
        assert len(notes) == len(gone)
        assert all("was missing and was put back" in note for note in notes)
        if "half" in gone:
            assert by_name(rebuilt)["half"].source == by_name(release)["half"].source


def test_a_solved_lab_given_by_mistake_gives_no_points_away(release):
    master = solved(release)  # its checksums are not of these sources
    notebook = solved(release)
    notebook.cells = [
        cell for cell in notebook.cells if "return" not in cell.source and cell.source != "Because."
    ]
    rebuilt, _ = rebuild(read_notebook(text(notebook)), master)
    assert "missing from the hand-in" in by_name(rebuilt)["half"].source
    assert "missing from the hand-in" in by_name(rebuilt)["why"].source


def test_altered_tests_points_flags_types_and_tags_are_mended(release):
    notebook = solved(release)
    cells = by_name(notebook)
    cells["test-half"].source = "1.0"
    cells["test-half"].metadata.nbgrader["points"] = 100
    cells["test-half"].metadata.tags = ["skip-execution"]
    cells["test-double"].metadata.nbgrader |= {"grade": False, "solution": True, "locked": False}
    cells["test-double"].metadata.tags = "raises-exception"
    cells["double"].cell_type = "markdown"
    cells["double"].metadata.nbgrader |= {"grade": True, "points": float("inf")}
    cells["given"].metadata.tags = ["raises-exception", {"a": 1}]
    cells["why"].metadata.nbgrader["checksum"] = "x"
    cells["why"].metadata |= {"editable": False, "slideshow": {}, "jupyter": {"source_hidden": True}}
    rebuilt, notes = mend(notebook, release)
    said = "; ".join(notes)
    for part in (
        "test cell test-half had been changed and was restored", "'points' of test cell test-half",
        "'grade' of test cell test-double", "the type of answer cell double", "'grade' of answer cell double",
        "cell tags were removed", "skip-execution", "raises-exception",
    ):  # fmt: skip
        assert part in said
    assert by_name(rebuilt)["double"].source == "def double(x):\n    return 2 * x"
    assert order(rebuilt) == order(release)


def test_moved_cells_come_back_in_order(release):
    notebook = solved(release)
    notebook.cells.reverse()
    rebuilt, notes = mend(notebook, release)
    assert any("moved" in note for note in notes)
    assert "return x / 2" in by_name(rebuilt)["half"].source


def test_of_cells_that_are_there_twice(release):
    notebook = solved(release)
    draft = copy.deepcopy(by_name(notebook)["half"])
    draft.source = "def half(x):\n    return 0"  # with the same cell id, as some editors copy it
    late = copy.deepcopy(draft)
    late.source, late.id = "# at the end", "late"
    easy = copy.deepcopy(by_name(notebook)["test-half"])
    easy.source, easy.id = "pass", "easy"
    same = copy.deepcopy(by_name(notebook)["test-double"])
    notebook.cells.insert(2, draft)
    notebook.cells += [late, easy, same]
    rebuilt, notes = mend(notebook, release)
    assert "return x / 2" in by_name(rebuilt)["half"].source
    assert [cell.source for cell in rebuilt.cells].count(draft.source) == 1
    sources = [cell.source for cell in rebuilt.cells]
    assert sources.index(draft.source) < sources.index(by_name(rebuilt)["half"].source)
    assert sources[-2:] == ["# at the end", "pass"]
    assert sum("more than once" in note for note in notes) == 4
    assert len({cell.id for cell in rebuilt.cells}) == len(rebuilt.cells)
    assert [cell.id for cell in by_name(rebuilt).values()] == [cell.id for cell in by_name(release).values()]


def test_lost_marks_are_found_by_jupyters_cell_id(release):
    notebook = solved(release)
    for cell in notebook.cells:
        cell.metadata = {}
    rebuilt, notes = mend(notebook, release)
    assert notes == []
    assert "return 2 * x" in by_name(rebuilt)["double"].source


@pytest.mark.parametrize(
    "marks", [None, 1, [], {}, {"grade_id": 3}, {"grade_id": ["half"]}, {"grade_id": "strange\n<b>"}]
)
def test_strange_marks_do_no_harm(marks, release):
    notebook = solved(release)
    cell = new_code_cell("y = 1")
    cell.metadata["nbgrader"] = marks
    notebook.cells.append(cell)
    rebuilt, _ = mend(notebook, release)
    assert rebuilt.cells[-1].source == "y = 1"


def test_the_kernel_is_the_courses(release):
    for name in ("bash", "\n=evil", "python3 ", 7):
        notebook = json.loads(text(solved(release)))
        notebook["metadata"]["kernelspec"] = {"name": name, "display_name": "x"}
        rebuilt, notes = mend(notebook, release)
        assert rebuilt.metadata.kernelspec.name == "python3"
        assert "asked for the kernel" in notes[0]


def test_pictures_pasted_into_answers_stay_and_other_attachments_do_not(release):
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"x" * 20).decode()
    notebook = solved(release)
    by_name(notebook)["why"]["attachments"] = {
        "a.png": {"image/png": picture},
        "b.png": {"image/png": '"><script>'},
        "c": {"text/html": "<script>", "image/svg+xml": "<svg onload=x>"},
        "d": {"image/jpeg": picture},
    }
    rebuilt, _ = mend(notebook, release)
    assert by_name(rebuilt)["why"].attachments == {"a.png": {"image/png": picture}}


def test_stored_outputs_and_raw_cells(release):
    notebook = solved(release)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="x" * 1000)]
    notebook.cells.append(new_raw_cell("<script>"))
    rebuilt, _ = mend(notebook, release)
    assert rebuilt.cells[-1].cell_type == "raw"
    with pytest.raises(Refused):
        rebuild(read_notebook(text(new_notebook(cells=[new_code_cell("1")]))), release)
