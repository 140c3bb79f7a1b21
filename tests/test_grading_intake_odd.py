"""Honest but odd hand-ins: names, zips, lost marks, lines of their own, pictures, old line ends."""

import base64
import copy
import io
import json
import subprocess
import sys
import zipfile

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader import utils

from grading.intake.archive import LITTER
from grading.intake.gather import Limits, gather
from grading.intake.given import chunks, defined, with_given
from grading.intake.names import plain_name
from grading.intake.notebook import read_notebook, with_attachments
from grading.intake.rebuild import rebuild
from grading.intake.submissions import Refused
from tests import intake_tools as tools
from tests.intake_tools import FILE, LAB, by_name, mend, order, packed, put, solved, text

release, submitted, take = tools.release, tools.submitted, tools.take
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"x" * 20).decode()
MOODLE = "good_1_assignsubmission_file_/"

# Names


@pytest.mark.parametrize(
    "name",
    [
        "Copy of X.ipynb", "Copy of Copy of X.ipynb", "Kopie von X.ipynb", "X - Copy (2).ipynb",
        "X - Copy.ipynb", "X (1).ipynb", "X(1).ipynb", "X-1.ipynb", "X_2.ipynb", "X-Copy1.ipynb",
        "X copy 2.ipynb", "x.IPYNB", "X.ipynb.txt", "X (1).ipynb.txt", "X.ipynb (1).txt", "X.ipynb-1.txt",
        "X.ipynb.json", "Copy of X (1)-2.ipynb",
    ],
)  # fmt: skip
def test_the_only_notebook_is_taken_under_a_name_that_was_made_of_the_labs(name, submitted, release, take):
    name = name.replace("X", LAB).replace("x.", f"{LAB}.")
    whole, archive = text(solved(release)), submitted.parent / "all" / "moodle.zip"
    archive.parent.mkdir()
    put(submitted, f"anna/{LAB}/{name}", whole)
    for source, student in ((submitted, "anna"), (packed(archive, {MOODLE + name: whole}), "good")):
        found = take(source, into=f"into{student}")[student]
        assert found.notes == [f"handed in as {name}"]
        assert found.notebook.name == FILE


def test_other_names_are_nobodys_copies():
    for name in (
        "lab01_vanilla_gan2.ipynb",
        "my_lab01.ipynb",
        "lab01.ipynb",
        "Copyof lab.ipynb",
        ".ipynb",
        "x" * 400,
    ):
        assert plain_name(name)[0] in (name, "lab01.ipynb")


def test_samples_are_found_under_their_plain_name(submitted, release, take):
    put(submitted, f"anna/{LAB}/{FILE}", text(solved(release)))
    put(submitted, f"anna/{LAB}/{LAB}_samples (1).npz", b"numbers")
    anna = take(submitted)["anna"]
    assert (anna.folder / f"{LAB}_samples.npz").read_bytes() == b"numbers"
    assert anna.notes == []


# A student's own zip


def inner(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_a_zip_in_the_place_of_the_notebook_is_unpacked(tmp_path, submitted, release, take):
    files = {
        f"work/{FILE}": text(solved(release)),
        f"work/{LAB}_samples.npz": b"numbers",
        f"__MACOSX/work/._{FILE}": b"\0\5",
        "work/timestamp.txt": b"2020-01-01 00:00:00 UTC",
        "more.zip": b"PK",
    }
    (tmp_path / "all").mkdir()
    archive = packed(tmp_path / "all" / "moodle.zip", {f"{MOODLE}{LAB}.zip": inner(files)})
    put(submitted, f"anna/{LAB}/my.zip", inner(files))
    for source, student in ((archive, "good"), (submitted, "anna")):
        found = take(source, into=f"into{student}")[student]
        assert {path.name for path in found.folder.iterdir()} == {FILE, f"{LAB}_samples.npz"}
        assert found.timestamp is None
        assert "was unpacked" in found.notes[0]
        assert found.notes[1:] == ["not used: more.zip"]
    assert "__MACOSX" in LITTER


def test_zips_in_the_zip_are_bounded_and_nothing_leaves_them(tmp_path, release, take):
    whole = text(solved(release))
    link = zipfile.ZipInfo(FILE)
    link.create_system, link.external_attr = 3, 0o120777 << 16
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as made:
        made.writestr(link, "/etc/passwd")
    zips = {
        "up": inner({f"../{FILE}": whole}),
        "root": inner({f"/tmp/{FILE}": whole}),
        "link": linked.getvalue(),
        "bomb": inner({FILE: b" " * 20_000_000}),
        "deep": inner({"all.zip": inner({FILE: whole})}),
        "many": inner({f"{number}.txt": b"" for number in range(70)}),
        "broken": b"PK\5\6",
    }
    files = {f"{who}_1_assignsubmission_file_/a.zip": content for who, content in zips.items()}
    files[MOODLE + FILE] = whole
    found = take(packed(tmp_path / "moodle.zip", files), Limits(zip_entries=60))
    reasons = {name: hand_in.why.kind for name, hand_in in found.items() if hand_in.why}
    assert reasons == {
        "up": "leaves", "root": "leaves", "link": "link", "bomb": "ratio", "deep": "no notebook",
        "many": "entries", "broken": "zip",
    }  # fmt: skip


# Lost marks


def test_two_answers_in_one_cell_are_not_shadowed_by_a_stub(release):
    notebook = solved(release)
    cells = by_name(notebook)
    cells["half"].source += "\n\n\n" + cells["double"].source
    notebook.cells.remove(cells["double"])
    rebuilt, notes = mend(notebook, release)
    assert order(rebuilt) == order(release)
    assert by_name(rebuilt)["double"].source == "# double stands in another cell of this hand-in"
    assert notes == ["answer cell double was missing and was put back"]
    assert passes(rebuilt) == {"test-half", "test-double"}


def passes(notebook):
    """Run a rebuilt notebook in one namespace; return the tests that pass."""
    names, passed = {}, set()
    for cell in notebook.cells:
        if cell.cell_type == "code":
            try:
                exec(cell.source, names)
                passed |= {cell.metadata.nbgrader.grade_id} if "nbgrader" in cell.metadata else set()
            except Exception:
                continue
    return passed & {"test-half", "test-double"}


@pytest.mark.parametrize("moved", [True, False])
def test_an_answer_that_was_retyped_without_marks_is_found(moved, release):
    notebook = solved(release)
    place = notebook.cells.index(by_name(notebook)["double"])
    answer = notebook.cells.pop(place)
    helper = new_code_cell("two = 2")
    notebook.cells.insert(place - moved, new_code_cell("# mine\n" + answer.source))
    notebook.cells.insert(place, helper)
    rebuilt, notes = mend(notebook, release)
    assert by_name(rebuilt)["double"].source == "# mine\n" + answer.source
    assert notes[0] == "cells found by text and place, since their marks were lost: 1"
    assert len(notes) == 1 + moved
    assert passes(rebuilt) == {"test-half", "test-double"}


def test_an_answer_in_several_cells_of_their_own(release):
    release.cells[
        2
    ].source = "def half(x):\n    raise NotImplementedError\n\n\ndef third(x):\n    raise ValueError"
    release.cells[2].metadata.nbgrader["checksum"] = utils.compute_checksum(release.cells[2])
    notebook = solved(release)
    notebook.cells[2:3] = [new_code_cell("def half(x):\n    return x / 2")]
    rebuilt, _ = mend(notebook, release)
    assert by_name(rebuilt)["half"].source == "def third(x):\n    raise ValueError"
    assert "test-half" in passes(rebuilt)


@pytest.mark.parametrize("broken", [False, True])
def test_all_marks_and_ids_gone(broken, release):
    notebook = solved(release)
    by_name(notebook)["half"].source += "\n  broken(" if broken else ""
    notebook.cells.insert(4, new_code_cell("mine = 1"))
    plain = json.loads(text(notebook))
    for cell in plain["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    plain["nbformat_minor"] = 4
    rebuilt, notes = mend(plain, release)
    assert [cell.source for cell in rebuilt.cells] == [cell.source for cell in notebook.cells]
    assert notes == ["cells found by text and place, since their marks were lost: 6"]


def test_colab_keeps_the_id_in_the_metadata_and_cells_may_have_moved(release):
    notebook = json.loads(text(solved(release)))
    for cell in notebook["cells"]:
        cell["metadata"] = {"id": cell.pop("id"), "colab": {"base_uri": "https://localhost:8080/"}}
    notebook["nbformat_minor"] = 0
    assert mend(notebook, release)[1] == []
    notebook["cells"][2:4] = reversed(notebook["cells"][2:4])
    rebuilt, notes = mend(notebook, release)
    assert notes == ["cells of the lab were moved: they are back in the lab's order"]
    assert order(rebuilt) == order(release)


def test_a_lab_that_shares_some_grade_ids_is_another_lab(release):
    notebook = solved(release)
    notebook.cells = [cell for cell in notebook.cells if "half" in cell.source or "double" in cell.source]
    for number in range(7):
        notebook.cells.append(tools.marked(new_code_cell(f"x = {number}"), f"other-{number}", solution=True))
    with pytest.raises(Refused, match="not of this lab"):
        rebuild(read_notebook(text(notebook)), release)


def test_marks_lost_beyond_finding_are_told_from_another_lab(release):
    answers = new_notebook(cells=[new_code_cell(by_name(solved(release))["half"].source)])
    with pytest.raises(Refused, match="marks and ids"):
        rebuild(read_notebook(text(answers)), release)
    answers.cells.append(copy.deepcopy(by_name(release)["test-half"]))
    answers.cells[1].metadata.nbgrader["grade_id"] = "test-of-lab02"
    with pytest.raises(Refused, match="not of this lab"):
        rebuild(read_notebook(text(answers)), release)


# Lines of their own in given cells


@pytest.mark.parametrize(
    "own",
    [
        "from google.colab import drive\ndrive.mount('/content/drive')\n%cd /content/course",
        "import math\ngpus = math.gpus()\ngpus[0].grow(True)",
        "%matplotlib widget",
        "%pip install -q imageio tqdm",
        "!ls\nmath?",
    ],
)
@pytest.mark.parametrize("on_top", [True, False])
def test_lines_in_the_set_up_cell_fail_alone(own, on_top, release):
    notebook = solved(release)
    notebook.cells[1].source = f"{own}\nimport math" if on_top else f"import math\n\n{own}"
    rebuilt, notes = mend(notebook, release)
    assert rebuilt.cells[1].source == "import math"
    assert rebuilt.cells[1].id == release.cells[1].id
    added = [cell.source for cell in rebuilt.cells[2 : len(rebuilt.cells) - len(release.cells) + 2]]
    assert "\n".join(added) in (own, own.replace("import math\n", ""))
    assert all("\n" not in source for source in added)
    assert notes == [f"own lines in given cell {release.cells[1].id} were moved to cells of their own"]
    assert passes(rebuilt) == {"test-half", "test-double"}


SETUP = "# first\nfrom a import b, c\nimport numpy as np\n\nb.seed(1)"
GIVEN = "steps = b.steps(12_000)\n\n\n@cache\ndef trained():\n    return 1\n\n\nrun = trained()\nprint(run)"


@pytest.mark.parametrize(
    ("given", "theirs", "cells", "restored"),
    [
        (SETUP, SETUP + "\nimport os", [(SETUP, True), ("import os", False)], False),
        (SETUP, SETUP.replace("b, c", "b"), [(SETUP, True), ("from a import b", False)], True),
        (SETUP, "import numpy as np", [(SETUP, True)], True),
        (SETUP, "x = (", [(SETUP, True), ("x = (", False)], True),
        (SETUP, "%%time\n" + SETUP, [(SETUP, True)], False),
        (SETUP, SETUP.replace("seed(1)", "seed(2)"), [(SETUP, True), ("b.seed(2)", False)], True),
        (
            GIVEN,
            GIVEN.replace("b.steps(12_000)", "200_000  # longer"),
            [(GIVEN.replace("b.steps(12_000)", "200_000  # longer"), True)],
            False,
        ),
        (
            GIVEN,
            "n = 5\n" + GIVEN.replace("b.steps(12_000)", "n"),
            [("n = 5", False), (GIVEN.replace("b.steps(12_000)", "n").replace("\n\n\n", "\n"), True)],
            False,
        ),
        (
            GIVEN,
            GIVEN.replace("\nprint(run)", "\nprint(1)"),
            [(GIVEN.replace("\nprint(run)", "").replace("\n\n\n", "\n"), True), ("print(1)", False)],
            False,
        ),
        (GIVEN, GIVEN.replace("run = trained()\n", ""), [(GIVEN, True)], True),
        ("print(x)", "print(y)\n1 / 0", [("print(y)\n1 / 0", True)], False),
    ],
)  # fmt: skip
def test_a_given_cell_with_changes(given, theirs, cells, restored):
    assert with_given(theirs, given) == (cells, restored)


def test_code_that_cannot_be_looked_into_does_no_harm():
    for source in (
        "(" * 30_000,
        "-" * 40_000 + "1",
        "1" + "+1" * 20_000,
        "\0",
        "x" * 100_000,
        "x = 1;" * 8_000,
    ):
        chunks(source)
        defined(source)
    assert defined("def f(:\n  x\nclass K: pass") == {"f", "K"}


def test_given_cells_that_are_gone_are_put_back_if_they_define_something(release):
    release.cells.insert(2, new_code_cell("two = 2"))
    release.cells.insert(3, new_code_cell("print(two)"))
    notebook = solved(release)
    del notebook.cells[1:4]
    rebuilt, notes = mend(notebook, release)
    assert order(rebuilt) == [name for name in order(release) if name != "print(two)"]
    assert len(notes) == 2
    notebook.cells.insert(1, new_code_cell("import math\ntwo = 2\nthree = 3"))
    rebuilt, notes = mend(notebook, release)
    assert sum(cell.source == "two = 2" for cell in rebuilt.cells) == 1


# Text


def test_line_ends_inside_cells_are_no_change(release):
    notebook = json.loads(text(solved(release)))
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        cell["source"] = [line + "\r\n" for line in source.split("\n")[:-1]] + [source.split("\n")[-1]]
    rebuilt, notes = mend(notebook, release)
    assert notes == []
    assert [cell.source for cell in rebuilt.cells] == [cell.source for cell in solved(release).cells]


def test_pictures_pasted_as_data_become_attachments(submitted, release, take):
    notebook = solved(release)
    large = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(900_000)).decode()
    by_name(notebook)["why"].source = f"Look:\n\n![curve.png](data:image/png;base64,{large})\n\nso."
    notebook.cells.append(new_markdown_cell(f'<img src="data:image/png;base64,{PNG}" width="3">'))
    put(submitted, f"anna/{LAB}/{FILE}", text(notebook))
    anna = take(submitted, Limits())["anna"]
    made = nbformat.read(anna.notebook, as_version=4)
    assert by_name(made)["why"].source == "Look:\n\n![curve.png](attachment:pasted-1.png)\n\nso."
    assert by_name(made)["why"].attachments == {"pasted-1.png": {"image/png": large}}
    assert made.cells[-1].source == "![picture](attachment:pasted-1.png)"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (f"![][a]\n\n[a]: <data:image/png;base64,{PNG}>", "![][a]\n\n[a]: attachment:pasted-1.png"),
        (f'![a](data:image/png;base64,{PNG} "title") b', "![a](attachment:pasted-1.png) b"),
        ("![a](data:image/gif;base64,R0lGODlhAQ==)", "(a picture that is neither PNG nor JPEG was left out)"),
        ("![a](data:image/png;base64,PHNjcmlwdD4=)", "(a picture that is neither PNG nor JPEG was left out)"),
        ("write data:image/png;base64,AAAA there", "write data:image/png;base64,AAAA there"),
    ],
)
def test_forms_of_pictures_as_data(source, wanted):
    assert with_attachments(source, {}) == wanted


def test_a_large_notebook_is_taken_for_its_outputs_are_dropped(tmp_path, release):
    notebook = solved(release)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="x" * 20_000_000)]
    put(tmp_path / "submitted", f"anna/{LAB}/{FILE}", text(notebook))
    (anna,) = gather(tmp_path / "submitted", LAB, release, tmp_path / "into")
    assert anna.status == "accepted"
    assert anna.notebook.stat().st_size < 10_000


# Large


MANY = "[" + "{}," * 8_000_000 + "{}]"  # 24 MB
LARGE = {
    "outputs": '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x", "outputs": %s}]}',
    "metadata": '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x", "metadata": {"a": %s}}]}',
    "old outputs": '{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": ['
    '{"cell_type": "code", "language": "python", "metadata": {}, "input": "x", "outputs": %s}]}]}',
}


@pytest.mark.parametrize("name", LARGE)
def test_a_notebook_of_many_small_things_takes_seconds_and_a_gigabyte_at_most(name):
    """In a process of its own, whose memory is limited: outputs in the old format would take hours."""
    code = (
        "import resource, sys; from grading.intake.notebook import read_notebook;"
        "resource.setrlimit(resource.RLIMIT_DATA, (10**9, 10**9));"
        "print(len(read_notebook(sys.stdin.buffer.read()).cells))"
    )
    given = (LARGE[name] % MANY).encode()
    done = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, timeout=60)
    assert done.stdout == b"1\n", done.stderr[-500:]


def test_what_an_old_notebook_holds_beside_its_text_has_a_limit():
    raw = '{"nbformat": 3, "worksheets": [{"a": [%s1], "cells": []}]}' % ("1," * 3_000_000)
    with pytest.raises(Refused, match="characters"):
        read_notebook(raw.encode())
