"""What the README tells a reader to install, and what a bare machine in CI is given."""

import json
import re
import subprocess
from pathlib import Path

import numpy as np

from notebooks.website import glossary
from tests.benchmarks.run_notebooks import write_row

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMS = {"make", "git", "chromium", "bwrap", "setpriv"}


def install_line() -> list[str]:
    """Return the packages of the README's one line for Debian and Ubuntu."""
    (line,) = re.findall(r"^sudo apt-get install (.+)$", README, flags=re.MULTILINE)
    return line.split()


def run_ci(tmp_path: Path, present: set[str]) -> list[str]:
    """Run CI's script where only some programs are present; return the packages it asks apt-get for."""
    programs = tmp_path / "programs"
    programs.mkdir()
    asked = tmp_path / "asked"
    # Without its virtual-environment parts, unless it is among what is present.
    works = "exit 0" if "python3" in present else "exit 1"
    shims = {"apt-get": f'echo "$@" >> {asked}', "make": "exit 0", "python3": works, "dirname": "echo .ci"}
    for name in present - set(shims):
        shims[name] = "exit 0"
    if "make" not in present:
        # The script's last command is `make`; apt-get "installs" it.
        shims["apt-get"] += (
            f"; printf '#!/bin/sh\\nexit 0\\n' > {programs}/make; /bin/chmod 755 {programs}/make"
        )
        del shims["make"]
    for name, body in shims.items():
        (programs / name).write_text(f"#!/bin/sh\n{body}\n")
        (programs / name).chmod(0o755)
    command = ["/bin/bash", str(ROOT / ".ci" / "run")]
    done = subprocess.run(command, cwd=ROOT, env={"PATH": str(programs)}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    if not asked.exists():
        return []
    (install,) = [line for line in asked.read_text().splitlines() if line.startswith("install")]
    return [word for word in install.split()[1:] if not word.startswith("-")]


def test_on_a_bare_machine_ci_installs_what_the_readme_names(tmp_path):
    assert sorted(run_ci(tmp_path, set())) == sorted(install_line())


def test_ci_installs_nothing_where_all_is_there(tmp_path):
    assert run_ci(tmp_path, PROGRAMS | {"python3"}) == []


def test_every_program_that_the_code_starts_comes_with_one_of_these_packages():
    packages = {
        "bwrap": "bubblewrap",
        "setpriv": "util-linux",
        "git": "git",
        "make": "make",
        "chromium": "chromium",
    }
    files = [path for folder in ("tests", "grading") for path in (ROOT / folder).glob("*.py")]
    text = "".join(path.read_text(encoding="utf-8") for path in files if path.name != Path(__file__).name)
    for program, package in packages.items():
        assert f'"{program}"' in text, f"nothing starts {program}: take {package} out of the README"
        assert package in install_line()


def test_the_readme_says_what_a_missing_helpers_means():
    assert "No module named 'helpers'" in README
    assert "Never `pip install helpers`" in README


def test_the_readme_gives_seconds_and_memory_of_every_page():
    """Page 21 draws them; ``run_notebooks --store`` writes them."""
    row = r"^\| `(\d\w+)` \|.*\| \d+ s(?: on one core)? \| [\d.]+ GiB \|$"
    rows = re.findall(row, README, flags=re.MULTILINE)
    assert rows == sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))


def test_the_table_of_quality_is_what_was_recorded():
    runs = json.loads((ROOT / "helpers" / "assets" / "quality_curves.json").read_text(encoding="utf-8"))
    rows = []
    for seed, run in runs["07_dcgan"].items():
        at = {round(seconds): distance for seconds, _, distance in run["curve"]}
        conditional = runs["09_conditional_gan"][seed]["scores"]["distance"]
        row = [f"{run['steps']:,}", *(f"{at[t]:.2f}" for t in (20, 30, 60)), f"{conditional:.2f}"]
        rows.append(f"| {seed} | {' | '.join(row)} |")
    assert "\n".join(rows) in README, "\n".join(rows)


def test_the_counts_of_the_readme_are_those_of_what_is_shipped():
    shipped = ROOT / "helpers" / "assets"
    with (
        np.load(shipped / "names.npz") as names,
        np.load(shipped / "emoji_64.npz") as emoji,
        np.load(shipped / "mnist_5000.npz") as digits,
    ):
        assert f"{len(digits['images']):,} MNIST digits" in README
        assert f"{len(emoji['base']):,} emoji" in README
        assert f"{len(names['names']):,} first names" in README
    found = glossary.terms(glossary.read(ROOT))
    assert f"| {sum(len(set(forms.values())) for forms in found.values())} terms," in README


def test_a_stored_run_changes_its_own_row_alone(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("| `05_a` | one | 1 s | 0.1 GiB |\n| `05b_b` | two | - | - |\n", encoding="utf-8")
    assert write_row(readme, "05b_b", 12.6, 1.26)
    assert write_row(readme, "05_a", 143.2, 0.9)
    text = "| `05_a` | one | 143 s | 0.9 GiB |\n| `05b_b` | two | 13 s | 1.3 GiB |\n"
    assert readme.read_text(encoding="utf-8") == text
    assert not write_row(readme, "06_c", 1, 1)
    assert readme.read_text(encoding="utf-8") == text
