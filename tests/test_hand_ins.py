"""Reading the gallery: a change that does not fit the solved answer is an error, never silence."""

import nbformat
import pytest

from tests import hand_ins, together, toy_course

SOLVED = "def f(x):\n    y = x + 1\n    print(y)\n\n    print(y)\n    return y"


def read(tmp_path, text: str) -> hand_ins.HandIn:
    path = tmp_path / "hand_in.py"
    path.write_text('"""Why."""\n\nLOSES = {"test-f"}\n\n\n' + text)
    return hand_ins.read_hand_in(path)


def test_whole_answers_and_changes_stand_side_by_side(tmp_path):
    text = "# %% f\n# -     y = x + 1\n# +     y = x\n# +\n# +     y += 2\n\n# -     return y\n\n\n"
    hand_in = read(tmp_path, text + "# %% g\ndef g():\n    return 1  # - 1\n")
    assert hand_in.loses == {"test-f"}
    assert hand_in.answers == {"g": "def g():\n    return 1  # - 1"}
    changes = hand_in.changes["f"]
    assert changes == [(["    y = x + 1"], ["    y = x", "", "    y += 2"]), (["    return y"], [])]
    changed = "def f(x):\n    y = x\n\n    y += 2\n    print(y)\n\n    print(y)"
    assert hand_ins.changed(SOLVED, changes, "here") == changed


@pytest.mark.parametrize(
    ("lines", "times"),
    [(["    y = x + 2"], 0), (["    print(y)"], 2), (["    y = x + 1", "    return y"], 0)],
)
def test_a_change_that_does_not_fit_in_one_place_is_an_error(lines, times):
    with pytest.raises(AssertionError, match=f"here: found {times} times, not once"):
        hand_ins.changed(SOLVED, [(lines, ["pass"])], "here")


@pytest.mark.parametrize(
    "text",
    [
        "# +     y = 1\n",  # nothing says where
        "# -     y = x + 1\n# +     y = 1\n# -     return y\n",  # two changes without a line between
        "# -     y = x + 1\n# +     y = 1\ndef f():\n    pass\n",  # neither a change nor a whole answer
        "#-     y = x + 1\n# +     y = 1\n",
    ],
)
def test_a_part_that_is_half_a_change_is_an_error(tmp_path, text):
    with pytest.raises(AssertionError, match=r"hand_in\.py, f: not lines"):
        read(tmp_path, "# %% f\n" + text)


def test_a_file_that_names_no_cell_or_one_twice_or_an_unknown_one_is_an_error(tmp_path):
    with pytest.raises(AssertionError, match="changes no answer cell"):
        read(tmp_path, "def f():\n    pass\n")
    with pytest.raises(AssertionError, match="names f twice"):
        read(tmp_path, "# %% f\nx = 1\n\n\n# %% f\n# -     y = x + 1\n")
    hand_in = read(tmp_path, "# %% no-such-cell\nx = 1\n")
    with pytest.raises(AssertionError, match="no-such-cell"):
        hand_in.notebook(hand_ins.LABS[0])


def test_an_answer_is_taken_from_the_labs_shared_file_with_or_without_changes(tmp_path):
    (tmp_path / "shared.py").write_text(f'"""Why."""\n\n\n# %% light\n{SOLVED}\n\n\n# %% other\nx = 1\n')
    folder = tmp_path / "wrong"
    folder.mkdir()
    text = "# %% f\n# = light\n\n\n# %% g\n# = light\n# -     return y\n# +     return x\n\n\n"
    text += "# %% h\n# = other\n"
    hand_in = read(folder, text)
    assert hand_in.answers == {"f": SOLVED, "g": SOLVED.replace("return y", "return x"), "h": "x = 1"}
    assert not hand_in.changes
    for text, said in (
        ("# = heavy\n", "f: no 'heavy' in the lab's shared.py"),
        ("# = light\nx = 2\n", "f: below '# = light' stand changes"),
        ("# = light\n# -     return x\n", "f: found 0 times, not once"),
    ):
        with pytest.raises(AssertionError, match=said):
            read(folder, "# %% f\n" + text)


def test_what_a_test_sees_is_found_through_functions_classes_and_assignments():
    notebook = nbformat.v4.new_notebook()
    for kind, source, name, role in (
        ("code", "def f():\n    return 1", "f", "answer"),
        ("code", "def g():\n    return 2", "g", "answer"),
        ("code", "def h():\n    return 3", "h", "answer"),
        ("code", "class Given:\n    def go(self):\n        return g()\ntable = {1: h}", "given", "plain"),
        ("code", "def check(f):\n    h = f()\n    return h\ncheck(f)", "test-f", "test"),
        ("code", "made = Given()\nassert made.go() == 2", "test-g", "test"),
        ("code", "def check():\n    return table[1]()\nassert check() == 3", "test-h", "test"),
        ("code", "table = {1: f}\nassert table[1]() == 1", "test-again", "test"),
    ):
        points = 1 if role == "test" else None
        notebook.cells.append(toy_course.cell(kind, source, name, role, points))
    found = {"test-f": {"f"}, "test-g": {"g"}, "test-h": {"h"}, "test-again": {"f"}}
    assert together.sees(notebook) == found
