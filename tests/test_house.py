"""The house itself: the lock, the Anaconda file, sizes of modules, what is tracked by git."""

import ast
import re
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

from helpers.assets import bundle

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from rattler import MatchSpec

from tests import lab

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.txt"
SYSTEMS = {
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macOS": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "Windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def requirements(path: Path) -> list[Requirement]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if text:
            found.append(Requirement(text))
    return found


def test_the_lock_names_no_host_and_pins_everything():
    text = LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-", text, flags=re.MULTILINE), "options such as --index-url do not belong here"
    for requirement in requirements(LOCK):
        assert [clause.operator for clause in requirement.specifier] == ["=="], requirement


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_meets_every_direct_need_on_every_system(system, python):
    environment = default_environment() | SYSTEMS[system]
    environment |= {"python_version": python, "python_full_version": f"{python}.5"}
    locked = {}
    for requirement in requirements(LOCK):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            (clause,) = requirement.specifier
            assert requirement.name not in locked, f"{requirement.name} is pinned twice"
            locked[requirement.name] = clause.version
    for need in requirements(ROOT / "requirements.in"):
        if need.marker is None or need.marker.evaluate(environment):
            assert need.specifier.contains(locked[need.name]), need


def anaconda() -> dict:
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def test_the_anaconda_file_is_thin_and_its_specs_parse():
    file = anaconda()
    specs = [MatchSpec(entry) for entry in file["dependencies"] if isinstance(entry, str)]
    assert sorted(spec.name.normalized for spec in specs) == ["pip", "python"]
    (pip,) = [entry["pip"] for entry in file["dependencies"] if isinstance(entry, dict)]
    assert pip == ["-r requirements.txt", "-e ."]
    (python,) = [entry.split("=")[-1] for entry in file["dependencies"] if str(entry).startswith("python")]
    assert python in {"3.11", "3.12", "3.13"}
    assert file["name"] in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_students_bundle_installs_by_the_anaconda_file_and_runs_on_its_own(tmp_path):
    """Unpack the bundle, install the Anaconda file's pip part into a new environment, run a notebook.

    In a folder with a blank and an accent, as a student may have one.
    """
    folder = tmp_path / "Mes études"
    course = folder / "course"
    with zipfile.ZipFile(bundle.write_bundle(tmp_path / "course.zip")) as archive:
        archive.extractall(folder)
    uv = [str(Path(sys.executable).with_name("uv"))]
    environment = folder / "env"
    subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, str(environment)], check=True)
    (pip,) = [entry["pip"] for entry in anaconda()["dependencies"] if isinstance(entry, dict)]
    words = " ".join(pip).split()
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = subprocess.run(
        [*uv, "pip", "install", "--quiet", "--python", str(python), "--compile-bytecode", *words],
        cwd=course,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if "dns error" in done.stderr or "tcp connect error" in done.stderr:
        pytest.skip("NO NETWORK: the students' bundle was not installed")
    assert done.returncode == 0, done.stderr
    run = [str(python), "-m", "pytest", "--nbval-lax", "--nbval-current-env", "notebooks/00_start_here.ipynb"]
    ran = subprocess.run(run, cwd=course, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    with lab.serve(course, tmp_path / "settings", str(python)) as address:
        opened = f"{address}/lab/tree/notebooks/00_start_here.ipynb?token={lab.TOKEN}"
        with urllib.request.urlopen(opened, timeout=10) as page:
            assert b"JupyterLab" in page.read()
    freeze = [*uv, "pip", "freeze", "--exclude-editable", "--python", str(python)]
    installed = subprocess.run(freeze, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {line.lower() for line in installed} == {
        f"{need.name.lower()}{need.specifier}"
        for need in requirements(LOCK)
        if need.marker is None or need.marker.evaluate()
    }
    where = [str(python), "-c", "import helpers; print(helpers.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, timeout=60).stdout
    assert Path(found.strip()).is_relative_to(course)


def modules(package: str = "helpers") -> list[Path]:
    return sorted(p for p in (ROOT / package).rglob("*.py"))


def code_lines(path: Path) -> int:
    """Count the lines that are neither blank, nor a comment, nor part of a docstring."""
    text = path.read_text(encoding="utf-8")
    docstrings = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            docstrings |= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    numbered = enumerate(text.splitlines(), start=1)
    return sum(bool(x.strip()) and not x.strip().startswith("#") and n not in docstrings for n, x in numbered)


def test_modules_stay_small_enough_to_read():
    for path in modules() + modules("grading"):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 250, path.name
    widgets = set(modules("helpers/widgets"))
    # The makers of assets: no page reads or imports them.
    makers = {path for path in modules("helpers/assets") if path.name != "__init__.py"}
    assert sum(map(code_lines, widgets)) < 800
    assert sum(map(code_lines, makers)) < 700  # about fifteen for each page that ships something
    assert sum(map(code_lines, set(modules()) - widgets - makers)) < 1600


def test_public_functions_say_what_they_do_and_have_type_hints():
    for path in modules() + modules("grading"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{path.name}: {node.name}"
                assert node.returns is not None, f"{path.name}: {node.name}"
                assert all(a.annotation for a in node.args.args), f"{path.name}: {node.name}"


def test_helpers_and_notebooks_keep_the_direction_of_imports():
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"^\s*(from|import) (grading|nbgrader|tests|notebooks)\b", text, flags=re.MULTILINE
        )


def test_git_holds_no_clutter():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    clutter = r"__pycache__|\.ipynb_checkpoints|\.venv/|gradebook\.db|\.egg-info|(^|/)checkpoints/|uv\.lock"
    assert not re.search(clutter, tracked, flags=re.MULTILINE)


def test_make_refuses_a_python_that_is_too_old(tmp_path):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexec " + sys.executable + ' -c "import sys; sys.version_info = (3, 9); $2"\n')
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    done = subprocess.run(
        ["make", "lab", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode != 0
    assert "needs Python 3.11, 3.12 or 3.13; this is 3.9" in done.stderr
    assert not (tmp_path / ".venv").exists()
