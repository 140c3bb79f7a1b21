"""The one switch, and the quiet start of TensorFlow."""

import os
import subprocess
import sys

from helpers import profile

import pytest
from jupyter_client.manager import start_new_kernel


def run(code: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, timeout=120)


def test_tests_run_in_the_reduced_profile():
    assert profile.name() == "reduced"


def test_full_is_the_default_and_changes_nothing(monkeypatch):
    monkeypatch.delenv("COURSE_PROFILE")
    assert profile.name() == "full"
    assert profile.steps(3000) == 3000
    assert profile.size(4000) == 4000


@pytest.mark.parametrize(("full", "expected"), [(1, 1), (20, 20), (300, 20), (2000, 20), (6000, 60)])
def test_reduced_steps(full, expected):
    assert profile.steps(full) == expected


@pytest.mark.parametrize(("full", "expected"), [(100, 100), (400, 200), (4000, 1000)])
def test_reduced_sizes(full, expected):
    assert profile.size(full) == expected


def test_bad_profile_and_numbers_are_explained(monkeypatch):
    with pytest.raises(ValueError, match="at least one generator update"):
        profile.steps(0)
    with pytest.raises(ValueError, match="at least one example"):
        profile.size(0)
    monkeypatch.setenv("COURSE_PROFILE", "fast")
    with pytest.raises(ValueError, match=r"'fast'.*'full' and 'reduced'.*Unset"):
        profile.steps(10)


@pytest.mark.slow
def test_a_kernel_sees_the_profile():
    manager, client = start_new_kernel(kernel_name="python3")
    printed = []
    try:
        client.execute_interactive(
            "import os; print(os.environ['COURSE_PROFILE'])",
            timeout=60,
            output_hook=lambda message: printed.append(message["content"].get("text", "")),
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert "".join(printed).strip() == "reduced"


def test_tensorflow_starts_without_a_word_and_errors_are_still_seen():
    done = run("import helpers.profile, os; os.write(2, b'still here')")
    assert done.stdout == ""
    assert done.stderr == "still here"


def test_the_descriptor_is_restored_after_an_error():
    code = "import os\nfrom helpers import _start\n"
    code += "try:\n with _start.quiet_stderr(): os.write(2, b'no'); 1/0\n"
    done = run(code + "except ZeroDivisionError: os.write(2, b'yes')")
    assert done.stderr == "yes"


def test_report_names_versions_device_and_profile(capsys):
    profile.report()
    text = capsys.readouterr().out
    for word in ("Python", "TensorFlow", "Keras", "GPU", "Profile: reduced"):
        assert word in text


@pytest.mark.slow
def test_one_seed_gives_one_result():
    code = "from helpers import profile; import keras; profile.set_seed(3); print(keras.random.normal((2,)))"
    assert run(code).stdout == run(code).stdout != ""


@pytest.mark.slow
@pytest.mark.parametrize("module", ["helpers", "helpers.data", "helpers.plotting", "helpers.gan"])
def test_keras_and_tensorflow_are_quiet_after_any_part_of_helpers(module):
    done = run(f"import {module}; import keras; import tensorflow as tf; float(keras.ops.sum(tf.ones(3)))")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
