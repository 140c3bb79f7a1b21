"""The stored curves of notebook 08: merged in parts, and never older than the cells they measure."""

import subprocess
import sys

from helpers import assets
from helpers.assets.pages import run_cells

import nbformat
import numpy as np
import pytest

from tests.benchmarks import quality_curves
from tests.benchmarks.time_to_quality import NEEDED

STORED = [(n, seed, result) for n, runs in quality_curves.read().items() for seed, result in runs.items()]


@pytest.mark.parametrize(("network", "seed", "result"), STORED, ids=[f"{n}-{s}" for n, s, _ in STORED])
def test_the_stored_curves_were_measured_with_the_cells_of_today(network, seed, result):
    assert quality_curves.is_fresh(result, network), "stale; run make curves ARGS=--missing"
    seconds, steps, distances = np.transpose(result["curve"])
    assert (np.diff(seconds) > 0).all()
    assert (np.diff(steps) >= 0).all()
    assert (seconds[-1], steps[-1]) == (result["seconds"], result["steps"])
    # The scores are those of the images behind the last point of the curve.
    assert result["scores"]["distance"] == pytest.approx(distances[-1], rel=1e-3)


def test_every_network_was_measured_with_the_same_seeds_for_the_same_time():
    runs = quality_curves.read()
    assert {"06_vanilla_gan", "07_dcgan", "08_evaluating_gans", "09_conditional_gan"} <= set(runs)
    assert len({tuple(by_seed) for by_seed in runs.values()}) == 1
    seconds = [result["seconds"] for _, _, result in STORED]
    assert max(seconds) < 1.1 * min(seconds) + 5


def test_results_are_merged_one_by_one(tmp_path):
    for network, seed, value in (("b", 2, 1), ("a", 1, 2), ("b", 1, 3), ("b", 2, 4)):
        quality_curves.merge(network, seed, {"value": value}, tmp_path)
    assert quality_curves.read(tmp_path) == {
        "a": {"1": {"value": 2}},
        "b": {"1": {"value": 3}, "2": {"value": 4}},
    }
    assert [path.name for path in tmp_path.iterdir()] == [quality_curves.FILE]


def test_a_result_goes_stale_when_a_network_or_the_judge_changes(tmp_path, monkeypatch):
    def write(name, tag, source):
        cell = nbformat.v4.new_code_cell(source, metadata={"tags": [tag]})
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / f"{name}.ipynb")

    monkeypatch.setattr(quality_curves, "NOTEBOOKS", tmp_path)
    write("net", "bench", "rate = 1")
    write(quality_curves.JUDGE, "measure", "size = 1000")
    result = {"hashes": quality_curves.hashes("net"), "seconds": 10.0}
    assert quality_curves.is_fresh(result, "net", 10)
    assert not quality_curves.is_fresh(result, "net", 300)
    assert not quality_curves.is_fresh(None, "net")
    write("net", "bench", "rate = 2")
    assert not quality_curves.is_fresh(result, "net")
    write("net", "bench", "rate = 1")
    write(quality_curves.JUDGE, "measure", "size = 500")
    assert not quality_curves.is_fresh(result, "net")


def test_only_existing_notebooks_can_be_measured():
    command = [sys.executable, "-m", "tests.benchmarks.quality_curves", "--only", "99_nothing"]
    done = subprocess.run(command, cwd=assets.FOLDER.parents[1], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "99_nothing" in done.stderr


def test_the_tutorial_network_has_the_size_that_is_in_circulation(monkeypatch):
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # the cells set it to full
    names = run_cells(quality_curves.path_of("08_evaluating_gans"), {"bench"}, NEEDED)
    assert names["build_generator"]().count_params() == 2_330_944
    assert names["build_discriminator"]().count_params() == 212_865
    assert next(iter(names["new_batches"](1))).shape == (256, 28, 28, 1)
