"""The benchmarks run on the notebooks' own cells and write what they promise. No speed is asserted."""

import subprocess
import sys
from pathlib import Path

from helpers.assets.pages import run_cells

import nbformat
import numpy as np
import pytest

from tests.benchmarks import time_to_quality as bench

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


def run(*words: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)


TOY = """
from helpers import data
from helpers.gan import GAN

import keras

images, labels = data.load_digits("test")
layers, num_classes = keras.layers, {classes}


class Toy(GAN):
    {body}


def network(shape, *tail):
    x = keras.Input(shape)
    given = [x, keras.Input((), dtype="int32")] if num_classes else [x]
    hidden = [layers.Flatten()(x), *(layers.Embedding(num_classes, 4)(y) for y in given[1:])]
    outputs = keras.Sequential([layers.Dense(8, "relu"), *tail])(layers.Concatenate()(hidden + hidden[:1]))
    return keras.Model(given if num_classes else x, outputs)


def new_gan(seed):
    keras.utils.set_random_seed(seed)
    generator = network((6,), layers.Dense(784, "tanh"), layers.Reshape((28, 28, 1)))
    gan = Toy(generator, network((28, 28, 1), layers.Dense(1)), latent_dim=6, seed=seed)
    gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam())
    return gan


def new_batches(seed):
    arrays = (images, labels % num_classes) if num_classes else (images,)
    return data.batches(*arrays, batch_size=25, seed=seed)
"""


DRAWS = """
class Other(Toy):
    def draw(self, count, seed):
        return self.generate(self.draw_noise(count, seed))


def other(seed):
    gan = new_gan(seed)
    gan.__class__ = Other
    return gan


train_images, makers = images, {"toy": other}
"""
SETTINGS = ("Python ", "Processor ", "Profile")  # what `profile.report` prints


def write_toy(folder: Path, classes: int = 0) -> Path:
    """Write a notebook whose bench cells define a GAN of a few units; with labels if there are classes."""
    source = TOY.format(classes=classes, body="num_classes = num_classes" if classes else "pass")
    cell = nbformat.v4.new_code_cell
    cells = [cell("1 / 0"), cell(source, metadata={"tags": ["bench"]})]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "toy.ipynb")
    return folder / "toy.ipynb"


def time_to_quality(notebook: Path | str, out: Path, seconds: float, samples: int) -> str:
    """Run the benchmark; return what it printed."""
    words = ["--notebook", str(notebook), "--seconds", str(seconds), "--samples", str(samples), "--seed", "1"]
    done = run("tests.benchmarks.time_to_quality", *words, "--out", str(out))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_time_to_quality_writes_the_samples_of_the_notebooks_model(tmp_path):
    printed = time_to_quality("notebooks/07_dcgan.ipynb", tmp_path / "samples.npz", 8, 100)
    with np.load(tmp_path / "samples.npz") as file:
        assert file["images"].dtype == np.uint8
        assert file["images"].shape == (100, 28, 28)
        assert len({image.tobytes() for image in file["images"]}) == 100
        assert 8 <= file["seconds"] < 14
        assert file["steps"] >= 5
        assert "labels" not in file
    for words in ("images per second", "Frechet distance", "nearest training image"):
        assert words in printed


def test_the_table_of_peers_has_a_row_for_each_and_one_of_real_digits(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # the cells set it to full
    notebook = nbformat.read(write_toy(tmp_path), as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(DRAWS, metadata={"tags": ["bench"]}))
    nbformat.write(notebook, tmp_path / "several.ipynb")
    monkeypatch.setattr(bench, "NOTEBOOKS", tmp_path)
    bench.print_peers({"a toy": ("toy", None), "another": ("several", "toy")}, 1, 0.5, 150)
    head, _, *rows = [line for line in capsys.readouterr().out.splitlines() if not line.startswith(SETTINGS)]
    assert "0.5 s" in head
    assert [row[:22].strip() for row in rows] == ["a toy", "another", "real digits"]
    steps, distances, sure = zip(*(row[22:].split()[:3] for row in rows), strict=True)
    assert all(int(count.replace(",", "")) > 0 for count in steps[:2])
    assert float(distances[2]) < 2 < 50 < min(map(float, distances[:2]))  # half a second: no digits yet
    assert float(sure[2].rstrip("%")) > 90


@pytest.mark.parametrize("classes", [0, 3])
def test_what_is_written_are_the_models_own_noise_labels_and_images(tmp_path, monkeypatch, classes):
    notebook = write_toy(tmp_path, classes)
    printed = time_to_quality(notebook, tmp_path / "samples.npz", 1, 700)
    assert "batches of 25" in printed
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # the cells set it to full
    names = run_cells(notebook, {"bench"}, bench.NEEDED)
    with np.load(tmp_path / "samples.npz") as file:
        drawn, steps = file["images"], int(file["steps"])
        expected = np.arange(700) % classes if classes else None
        assert ("labels" in file) == bool(classes)
        assert not classes or np.array_equal(file["labels"], expected)
    gan = names["new_gan"](1)
    gan.fit(names["new_batches"](1), steps_per_epoch=steps, verbose=0)  # as many steps, without a clock
    noise = np.asarray(gan.draw_noise(700, 1))  # both or neither of noise and labels may be a tensor
    images = np.asarray(gan.generate([noise, expected] if classes else noise))[..., 0]
    assert np.abs(drawn - (images + 1) * 127.5).max() < 1.5


def test_time_to_quality_explains_bad_options(monkeypatch, capsys):
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # it sets it to full
    nothing = ["time_to_quality", "--notebook", "nothing.ipynb"]
    for words, said in (
        (nothing[:1], "--notebook or --peers is needed"),
        (nothing, "nothing.ipynb cannot be read as a notebook"),
        ([*nothing, "--seconds", "0"], "--seconds must be over 0"),
    ):
        monkeypatch.setattr(sys, "argv", words)
        with pytest.raises(SystemExit) as stopped:
            bench.main()
        assert said in f"{stopped.value}" + capsys.readouterr().err


@pytest.mark.parametrize("notebook", ["toy", "notebooks/06_vanilla_gan.ipynb"])
def test_step_speed_prints_both_ratios(tmp_path, notebook):
    path = write_toy(tmp_path) if notebook == "toy" else notebook
    done = run("tests.benchmarks.step_speed", "--rounds", "1", "--steps", "5", "--notebook", str(path))
    assert done.returncode == 0, done.stderr
    assert "times as fast as the circulating loop" in done.stdout
    assert "of the bare loop's time" in done.stdout


def test_only_tagged_cells_run_and_they_must_define_enough(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_PROFILE", "reduced")  # the cells set it to full
    cell, path = nbformat.v4.new_code_cell, tmp_path / "n.ipynb"

    def write(*cells):
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)

    write(
        cell("1 / 0"),
        cell("new_gan = 1", metadata={"tags": ["train", "bench"]}),
        cell("new_batches = new_gan + 1", metadata={"tags": ["train"]}),
        cell("new_batches = 0", metadata={"tags": ["other"]}),
    )
    names = run_cells(path, {"bench", "train"}, bench.NEEDED)
    assert (names["new_gan"], names["new_batches"]) == (1, 2)
    with pytest.raises(SystemExit, match="tagged bench do not define new_batches"):
        run_cells(path, {"bench"}, bench.NEEDED)
    write(cell("1 / 0", metadata={"tags": ["bench"]}))
    with pytest.raises(ZeroDivisionError):
        run_cells(path, {"bench"})
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(SystemExit, match="cannot be read as a notebook"):
        run_cells(path, {"bench"})
