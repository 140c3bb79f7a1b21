"""The students' bundle: one zip with everything a student needs, and nothing an instructor keeps.

``python -m helpers.assets.bundle`` (or ``make student``) writes ``build/gan-course.zip``.
"""

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "build" / "gan-course.zip"
FOLDERS = ("helpers/", "labs/", "notebooks/")
FILES = (
    ".gitattributes",
    ".gitignore",
    "LICENSE",
    "LICENSE-CONTENT.md",
    "Makefile",
    "README.md",
    "conftest.py",
    "environment.yml",
    "nbgrader_config.py",
    "pyproject.toml",
    "requirements.in",
    "requirements.txt",
)
# In a student's copy these folders are his own work. Git must not mix it with the course's files.
OWN_WORK = "\n# Your own work\n/labs/\n/notebooks/\n/submitted/\n*.npz\n!/helpers/assets/*.npz\n"
SAME_TIME = (2020, 1, 1, 0, 0, 0)  # so that the same files give the same zip, byte for byte


def bundle_files(root: Path = ROOT) -> list[str]:
    """Return the paths, relative to ``root``, of what students get: only what git tracks.

    Raises
    ------
    SystemExit
        If ``root`` is no clone of the course, or a file of the bundle is missing from it.
    """
    asked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if asked.returncode:
        raise SystemExit(f"The bundle is made from a git clone of the course: {asked.stderr.strip()}")
    tracked = [name for name in asked.stdout.split("\0") if name in FILES or name.startswith(FOLDERS)]
    missing = sorted(set(FILES) - set(tracked)) + [name for name in tracked if not (root / name).is_file()]
    if missing:
        raise SystemExit(f"No bundle was made; these files are missing: {', '.join(missing)}")
    return sorted(tracked)


def write_bundle(target: Path = TARGET, root: Path = ROOT) -> Path:
    """Write the zip, all under one folder with the zip's name; an older one stays until it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name("unfinished." + target.name)
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in bundle_files(root):
                content = (root / name).read_bytes()
                if name == ".gitignore":
                    content += OWN_WORK.encode()
                entry = zipfile.ZipInfo(f"{target.stem}/{name}", SAME_TIME)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (stat.S_IFREG | 0o644) << 16
                archive.writestr(entry, content)
        os.replace(unfinished, target)
    except OSError as error:
        raise SystemExit(f"No bundle was made: {error}. Free some disk space.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def main() -> None:
    """Write the bundle; the only argument, if any, is the zip's path."""
    target = write_bundle(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
