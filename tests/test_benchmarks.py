"""The benchmarks run on the notebooks' own cells and write what they promise. No speed is asserted."""

import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest

from tests.benchmarks import notebook_cells, time_to_quality

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


def run(*words: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)


def test_time_to_quality_writes_the_samples_of_the_notebooks_model(tmp_path):
    out = tmp_path / "samples.npz"
    words = [
        "--notebook",
        "notebooks/07_dcgan.ipynb",
        "--seconds",
        "8",
        "--samples",
        "100",
        "--seed",
        "1",
        "--out",
    ]
    done = run("tests.benchmarks.time_to_quality", *words, str(out))
    assert done.returncode == 0, done.stderr
    with np.load(out) as file:
        assert file["images"].dtype == np.uint8
        assert file["images"].shape == (100, 28, 28)
        assert len({image.tobytes() for image in file["images"]}) == 100
        assert 8 <= file["seconds"] < 14
        assert file["steps"] >= 5
    for words in ("images per second", "Frechet distance", "nearest training image"):
        assert words in done.stdout


def test_time_to_quality_explains_bad_options(monkeypatch, capsys):
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # it sets it to full
    nothing = ["time_to_quality", "--notebook", "nothing.ipynb"]
    for words, said in (
        (nothing, "nothing.ipynb cannot be read as a notebook"),
        ([*nothing, "--seconds", "0"], "--seconds must be over 0"),
    ):
        monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit) as stopped:
            time_to_quality.main()
        assert said in f"{stopped.value}" + capsys.readouterr().err


def test_step_speed_prints_both_ratios():
    done = run("tests.benchmarks.step_speed", "--rounds", "1", "--steps", "5")
    assert done.returncode == 0, done.stderr
    assert "times as fast as the circulating loop" in done.stdout
    assert "of the bare loop's time" in done.stdout


def test_only_tagged_cells_run(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # the cells set it to full
    cell = nbformat.v4.new_code_cell
    tagged = cell("def new_gan(seed): ...\nnew_batches = draw_noise = new_gan", metadata={"tags": ["bench"]})
    path = tmp_path / "n.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell("1 / 0"), tagged]), path)
    assert set(notebook_cells.NEEDED) < set(notebook_cells.run_bench_cells(path))
    nbformat.write(nbformat.v4.new_notebook(cells=[cell("new_gan = 1", metadata={"tags": ["bench"]})]), path)
    with pytest.raises(SystemExit, match="do not define new_batches and draw_noise"):
        notebook_cells.run_bench_cells(path)
