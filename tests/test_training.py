"""Callbacks: losses, pictures, the stop for nan, and checkpoints that survive a kill."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from helpers import training

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from tests.tiny_gan import IMAGES, NOISE, new_gan, train, weights

ROOT = Path(__file__).parents[1]


def equal(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    return len(first) == len(second) and all(map(np.array_equal, first, second))


def test_history_keeps_every_loss_and_the_time():
    gan, history = new_gan(), training.LossHistory()
    train(gan, 7, [history])
    assert {name: len(values) for name, values in history.losses.items()} == {"d_loss": 7, "g_loss": 7}
    assert len(set(history.losses["d_loss"])) == 7, "each step has a loss of its own, not a running mean"
    assert history.seconds > 0


def test_snapshots_show_the_same_noise_at_the_chosen_steps():
    gan = new_gan()
    untrained = np.asarray(gan.generate(NOISE))
    snapshots = training.Snapshots(NOISE, at=[0, 4, 9])
    train(gan, 9, [snapshots])
    assert sorted(snapshots.images) == [0, 4, 9]
    assert np.array_equal(snapshots.images[0], untrained)
    assert np.array_equal(snapshots.images[9], np.asarray(gan.generate(NOISE)))
    assert not np.array_equal(snapshots.images[4], snapshots.images[9])


def test_a_loss_that_is_not_finite_stops_training_and_says_what_to_try(capsys, tmp_path):
    images = IMAGES.copy()
    images[:] = np.nan
    gan, history = new_gan(), training.LossHistory()
    checkpoint = training.Checkpoint(gan, tmp_path, every=1)
    train(gan, 3, [checkpoint])
    good = checkpoint.path.read_bytes()
    train(gan, 50, [history, training.StopIfNotFinite(), checkpoint], images=images)
    text = capsys.readouterr().out
    assert "Stopped at step 4: d_loss" in text
    assert "learning rates" in text
    assert len(history.losses["d_loss"]) == 1
    assert checkpoint.path.read_bytes() == good, "a diverged state must not replace a good one"


def test_a_finite_run_is_not_stopped(capsys):
    gan, history = new_gan(), training.LossHistory()
    train(gan, 10, [history, training.StopIfNotFinite()])
    assert len(history.losses["d_loss"]) == 10
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("stop", [3, 5, 11])
def test_a_resumed_run_ends_with_the_weights_of_an_uninterrupted_one(tmp_path, stop):
    whole = new_gan()
    train(whole, 20, [])
    first = new_gan()
    train(first, stop, [training.Checkpoint(first, tmp_path, every=100)])
    second = new_gan(seed=99)  # other first weights, to show that they are replaced
    checkpoint = training.Checkpoint(second, tmp_path, every=100)
    assert checkpoint.step == stop
    train(second, 20 - stop, [checkpoint], skip=checkpoint.step)
    assert equal(weights(whole), weights(second))
    assert not equal(weights(whole), weights(first))


def test_checkpoints_are_written_also_when_keras_runs_several_steps_at_once(tmp_path):
    gan = new_gan()
    gan.steps_per_execution = 4
    checkpoint = training.Checkpoint(gan, tmp_path, every=6)
    saved = []
    checkpoint.save = lambda: saved.append(training.step_of(gan)) or training.Checkpoint.save(checkpoint)
    train(gan, 20, [checkpoint])
    assert saved == [8, 12, 20, 20]  # the first call at or after each sixth step, and the end


def run_tiny(folder: Path, steps: int, result: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "tests.tiny_gan", str(folder), str(steps), str(result)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_a_killed_process_resumes_and_ends_with_the_same_weights(tmp_path):
    """Kill the run with SIGKILL again and again, at whatever moment that hits."""
    steps = 400
    process = run_tiny(tmp_path / "whole", steps, tmp_path / "whole.npz")
    process.communicate(timeout=120)
    assert process.returncode == 0
    starts = []
    for delay in (0.05, 0.11, 0.23):
        process = run_tiny(tmp_path / "killed", steps, tmp_path / "killed.npz")
        starts.append(int(process.stdout.readline().split()[-1]))
        file = tmp_path / "killed" / training.Checkpoint.NAME
        before = file.stat().st_mtime_ns if file.exists() else None
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and (not file.exists() or file.stat().st_mtime_ns == before):
            time.sleep(0.005)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
    assert not (tmp_path / "killed.npz").exists(), "every run was killed before its end"
    assert starts == sorted(set(starts)), "every run went on where the last one stopped"
    process = run_tiny(tmp_path / "killed", steps, tmp_path / "killed.npz")
    assert int(process.stdout.readline().split()[-1]) > starts[-1] > 0
    process.communicate(timeout=120)
    with np.load(tmp_path / "whole.npz") as whole, np.load(tmp_path / "killed.npz") as killed:
        assert equal([whole[name] for name in whole], [killed[name] for name in killed])


def test_the_old_checkpoint_stays_whole_while_a_new_one_is_written(tmp_path, monkeypatch):
    gan = new_gan()
    checkpoint = training.Checkpoint(gan, tmp_path, every=1)
    train(gan, 1, [checkpoint])
    good = checkpoint.path.read_bytes()

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        train(gan, 1, [checkpoint])
    assert checkpoint.path.read_bytes() == good
    monkeypatch.undo()
    assert training.Checkpoint(new_gan(), tmp_path).step == 1


@pytest.mark.skipif(sys.platform == "win32", reason="NO POSIX: file-size limits are a POSIX feature")
def test_a_full_disk_is_reported_once_and_training_goes_on(tmp_path):
    """A limit on file size stands for the full disk: writing past it fails the same way."""
    code = f"""
import resource, signal
from helpers import training
from tests.tiny_gan import new_gan, train
gan = new_gan()
checkpoint = training.Checkpoint(gan, {str(tmp_path)!r}, every=2)
train(gan, 2, [checkpoint])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
train(gan, 6, [checkpoint])
print("trained to", training.step_of(gan))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.stdout.count("No checkpoint could be written") == 1, done.stderr
    assert "Free some disk space" in done.stdout
    assert "trained to 8" in done.stdout
    assert [p.name for p in tmp_path.iterdir()] == [training.Checkpoint.NAME]
    assert training.Checkpoint(new_gan(), tmp_path).step == 2


@pytest.mark.skipif(sys.platform == "win32", reason="NO POSIX: folder permissions work in another way there")
def test_a_read_only_course_folder_is_reported_and_training_goes_on(tmp_path):
    course = tmp_path / "course"
    course.mkdir()
    course.chmod(0o555)
    code = f"""
import os
os.chdir({str(course)!r})
from helpers import training
from tests.tiny_gan import new_gan, train
gan = new_gan()
train(gan, 4, [training.Checkpoint(gan, "checkpoints", every=2)])
print("trained to", training.step_of(gan))
"""
    command = [sys.executable, "-c", code]
    if os.geteuid() == 0:  # root may write anywhere until it gives up that capability
        drop = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={drop}", f"--inh-caps={drop}", *command]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert "No checkpoint could be written" in done.stdout, done.stderr
    assert "folder you may write to" in done.stdout
    assert "trained to 4" in done.stdout


def test_checkpoint_explains_optimisers_that_are_not_built(tmp_path):
    with pytest.raises(ValueError, match="Build both optimisers first"):
        training.Checkpoint(new_gan(build=False), tmp_path)


def test_checkpoint_explains_other_networks_and_damaged_files(tmp_path):
    gan = new_gan()
    checkpoint = training.Checkpoint(gan, tmp_path)
    train(gan, 1, [checkpoint])
    with pytest.raises(ValueError, match="other networks"):
        training.Checkpoint(new_gan(width=9), tmp_path)
    checkpoint.path.write_bytes(checkpoint.path.read_bytes()[:500])
    with pytest.raises(ValueError, match=r"damaged.*delete the file"):
        training.Checkpoint(new_gan(), tmp_path)


LIVE_CELL = """
import sys; sys.path.insert(0, {root!r})
from helpers import training
from tests.tiny_gan import NOISE, new_gan, train
gan = new_gan()
train(gan, 30, [training.LivePicture(NOISE, total=30, every=0.0)])
"""


def test_the_live_picture_leaves_one_picture_and_no_stale_text():
    cell = nbformat.v4.new_code_cell(LIVE_CELL.format(root=str(ROOT)))
    notebook = nbformat.v4.new_notebook(cells=[cell])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (output,) = cell.outputs
    assert output.output_type == "display_data"
    assert "image/png" in output.data


def test_the_live_picture_is_quiet_outside_a_notebook(capsys):
    train(new_gan(), 3, [training.LivePicture(NOISE, total=3, every=0.0)])
    assert capsys.readouterr().out == ""
