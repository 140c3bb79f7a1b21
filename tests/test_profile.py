"""The one switch, and the quiet start of TensorFlow."""

import json
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


def test_one_seed_gives_one_result():
    code = "from helpers import profile; import keras; profile.set_seed(3); print(keras.random.normal((2,)))"
    assert run(code).stdout == run(code).stdout != ""


@pytest.mark.parametrize("module", ["helpers", "helpers.data", "helpers.plotting", "helpers.gan"])
def test_keras_and_tensorflow_are_quiet_after_any_part_of_helpers(module):
    done = run(f"import {module}; import keras; import tensorflow as tf; float(keras.ops.sum(tf.ones(3)))")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


STATE = """
import keras
kept = keras.config
print(keras.backend.backend(), kept.floatx(), kept.image_data_format(), kept.dtype_policy().name)
"""
COURSE = "tensorflow float32 channels_last float32"


def test_the_course_runs_as_it_must_whatever_another_project_left(tmp_path):
    settings = {"backend": "jax", "floatx": "float16", "image_data_format": "channels_first"}
    (tmp_path / "keras.json").write_text(json.dumps(settings), encoding="utf-8")
    done = run("import helpers\n" + STATE, KERAS_HOME=str(tmp_path), KERAS_BACKEND="torch")
    assert (done.stdout.strip(), done.stderr) == (COURSE, "")


def test_a_number_type_set_before_is_set_back_and_said():
    early = "import keras; keras.config.set_dtype_policy('mixed_float16'); import helpers\n"
    *words, state = run(early + STATE, KERAS_BACKEND="tensorflow").stdout.splitlines()
    assert state == COURSE
    (sentence,) = words
    assert "mixed_float16" in sentence
    assert "after importing helpers" in sentence


def test_keras_already_on_another_backend_is_explained():
    done = run("import keras, helpers", KERAS_BACKEND="numpy")
    assert done.returncode != 0
    assert "already runs on 'numpy'" in done.stderr
    assert "import helpers before keras" in done.stderr


def test_devices_and_threads_can_still_be_set_after_the_import():
    code = """
from helpers import data, features, gan, metrics, plotting, training
import tensorflow as tf
tf.config.set_visible_devices([], "GPU")
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices("CPU")[0], [tf.config.LogicalDeviceConfiguration()] * 2
)
print(len(tf.config.list_logical_devices("CPU")), tf.config.threading.get_intra_op_parallelism_threads())
"""
    done = run(code)
    assert done.stdout.strip() == "2 1", done.stderr
