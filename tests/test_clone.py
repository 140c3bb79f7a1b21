"""A clone made on a system that turns line ends: every byte that a sum or a release rests on is the same."""

import hashlib
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def git(folder: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("windows") / "course"
    # As Git for Windows is set up: a line feed becomes carriage return and line feed on the way out.
    git(ROOT, "clone", "--quiet", "-c", "core.autocrlf=true", str(ROOT), str(folder))
    assert git(folder, "config", "core.autocrlf").strip() == b"true"
    return folder


def test_every_sum_holds(clone):
    lists = list(clone.rglob("SHA256SUMS"))
    assert clone / "helpers" / "assets" / "SHA256SUMS" in lists
    for path in lists:
        lines = path.read_bytes().decode().split("\n")
        assert len(lines) > 1, f"{path} is empty"
        for digest, name in (line.split(maxsplit=1) for line in lines if line):
            found = hashlib.sha256((path.parent / name).read_bytes()).hexdigest()
            assert found == digest, f"{path.parent / name} is not the file that was shipped"


def test_every_file_has_the_bytes_that_were_committed(clone):
    names = git(clone, "ls-files", "-z").decode().rstrip("\0").split("\0")
    assert any(name.startswith("labs/") and name.endswith(".ipynb") for name in names)
    batch = subprocess.run(
        ["git", "cat-file", "--batch"],
        cwd=clone,
        input="".join(f"HEAD:{name}\n" for name in names).encode(),
        capture_output=True,
        check=True,
    ).stdout
    changed, start = [], 0
    for name in names:
        end = batch.index(b"\n", start)
        size = int(batch[start:end].split()[2])
        if (clone / name).read_bytes() != batch[end + 1 : end + 1 + size]:
            changed.append(name)
        start = end + 1 + size + 1
    assert start == len(batch)
    assert changed == []
    assert git(clone, "status", "--porcelain") == b""


def test_without_the_attributes_the_bytes_would_differ(clone, tmp_path):
    """The tests above can fail: the same check-out without `.gitattributes` turns line ends."""
    git(clone, "worktree", "add", "--quiet", "--detach", "--no-checkout", str(tmp_path / "bare"))
    git(tmp_path / "bare", "read-tree", "HEAD")
    git(tmp_path / "bare", "rm", "--quiet", "--cached", ".gitattributes")
    git(tmp_path / "bare", "checkout-index", "helpers/assets/dcgan.json")
    shipped = (clone / "helpers/assets/dcgan.json").read_bytes()
    turned = (tmp_path / "bare/helpers/assets/dcgan.json").read_bytes()
    assert b"\r\n" not in shipped
    assert turned == shipped.replace(b"\n", b"\r\n")
