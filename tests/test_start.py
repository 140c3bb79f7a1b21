"""``import helpers`` where another project, or the reader, has set Keras, matplotlib or devices otherwise.

Each process costs seconds, so cases that do not disturb each other share one.
"""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

COURSE = "tensorflow float32 channels_last float32"
STATE = """
import keras
kept = keras.config
print(keras.backend.backend(), kept.floatx(), kept.image_data_format(), kept.dtype_policy().name)
"""


def run(code: str, **environment: str) -> subprocess.CompletedProcess:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=120)


def write_settings(folder, **changed: str) -> str:
    settings = {
        "floatx": "float16",
        "epsilon": 1e-07,
        "image_data_format": "channels_first",
        "backend": "jax",
    }
    (folder / "keras.json").write_text(json.dumps(settings | changed), encoding="utf-8")
    return str(folder)


DRAW = """
from helpers import plotting
import io, numpy as np
file = io.BytesIO()
plotting.sample_grid(np.zeros((2, 4, 4, 1))).savefig(file, format="png")
print(file.getvalue()[1:4].decode())
"""
JUDGE = """
from helpers import features
import keras, numpy as np
digits = np.random.default_rng(0).uniform(-1, 1, (50, 28, 28, 1))
expected = features.run_classifier(digits)[0]
for policy in ("mixed_float16", "mixed_bfloat16", "channels_first"):
    features.load_classifier.cache_clear()
    if policy == "channels_first":
        keras.config.set_image_data_format(policy)
        keras.config.set_floatx("float16")
    else:
        keras.config.set_dtype_policy(policy)
    found = features.run_classifier(digits)[0]
    print(found.dtype, np.abs(found - expected).max() < 1e-4 * np.abs(expected).max())
print(keras.config.dtype_policy().name, keras.config.floatx(), keras.config.image_data_format())
"""


def test_the_course_runs_as_it_must_and_its_judge_reads_the_same_whatever_keras_is_set_to(tmp_path):
    """Settings of another project before; a page's own settings for its GAN, made afterwards."""
    home = write_settings(tmp_path, backend="jax")
    done = run(DRAW + STATE + JUDGE, KERAS_HOME=home, KERAS_BACKEND="torch", MPLBACKEND="TkAgg")
    afterwards = [*["float32 True"] * 3, "mixed_bfloat16 float16 channels_first"]
    assert done.stdout.splitlines() == ["PNG", COURSE, *afterwards], done.stderr
    assert done.stderr == ""


def test_names_that_nobody_knows_do_no_harm(tmp_path):
    home = write_settings(tmp_path, backend="nonsense")
    environment = {"KERAS_HOME": home, "KERAS_BACKEND": "nonsense", "MPLBACKEND": "nonsense"}
    done = run(DRAW + STATE + "import os; print('MPLBACKEND' in os.environ)", **environment)
    assert (done.stdout.splitlines(), done.stderr) == (["PNG", COURSE, "False"], "")


OTHER = """
from helpers import _start
keras.backend.backend = lambda: "jax"  # the course's environment holds no other backend that starts
try:
    _start.start()
except ImportError as error:
    print(error)
"""


def test_settings_made_before_are_set_back_and_said_and_another_backend_is_explained(tmp_path):
    """Keras was imported first, with the settings of another project."""
    early = "import keras; keras.config.set_dtype_policy('mixed_float16'); import helpers\n"
    home = write_settings(tmp_path, backend="tensorflow")
    done = run(early + STATE + OTHER, KERAS_HOME=home, KERAS_BACKEND="tensorflow")
    said, state, explained = done.stdout.splitlines()
    assert state == COURSE
    assert "mixed_float16" in said
    assert "after importing helpers" in said
    assert "already runs on 'jax'" in explained
    assert "import helpers before keras" in explained


def test_keras_that_failed_on_another_backend_is_explained():
    code = """
try:
    import keras
except ValueError as error:
    print(error)
import helpers
"""
    done = run(code, KERAS_BACKEND="nonsense")
    assert "nonsense" in done.stdout  # Keras's own words: it did fail
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: Keras was imported before helpers, and failed. Restart the kernel")


def test_no_operation_runs_at_import_so_devices_and_threads_can_still_be_set():
    """Every setting is refused once TensorFlow has run an operation, as the last lines show."""
    code = """
import importlib, pkgutil
import helpers
for module in pkgutil.walk_packages(helpers.__path__, "helpers."):
    importlib.import_module(module.name)
import tensorflow as tf
from tensorflow.python.eager import context
import matplotlib, os
print(context.context()._initialized, matplotlib.get_backend(), os.environ["MPLBACKEND"])
gpu = tf.config.PhysicalDevice("/physical_device:GPU:0", "GPU")
context.context()._physical_devices.append(gpu)
context.context()._visible_device_list.append(gpu)
tf.config.experimental.set_memory_growth(gpu, True)
print(tf.config.experimental.get_memory_growth(gpu))
tf.config.set_visible_devices([], "GPU")
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(2)
two = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(tf.config.list_physical_devices("CPU")[0], two)
print(len(tf.config.list_logical_devices("CPU")), tf.config.list_logical_devices("GPU"))
print(tf.config.threading.get_intra_op_parallelism_threads(), float(tf.reduce_sum(tf.ones(3))))
for late in (
    lambda: tf.config.experimental.set_memory_growth(gpu, False),
    lambda: tf.config.set_visible_devices([gpu], "GPU"),
    lambda: tf.config.threading.set_intra_op_parallelism_threads(3),
):
    try:
        late()
    except RuntimeError:
        print("refused")
"""
    done = run(code, MPLBACKEND="svg")  # a drawing backend that exists is kept
    expected = ["False svg svg", "True", "2 []", "1 3.0", *["refused"] * 3]
    assert done.stdout.splitlines() == expected, done.stderr
